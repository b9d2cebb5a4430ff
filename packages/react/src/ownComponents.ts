'use client'

import { createContext, type Context } from 'react'
import type { Components } from 'react-markdown'

/**
 * Carries the app's own components. Ours read them from here, so that ours stay the same components
 * (and keep their state) when an app passes a new object on each render.
 */
export const OwnComponents: Context<Components> = createContext<Components>({})
