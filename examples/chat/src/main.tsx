import '@glovebox/react/styles.css'
import './app.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod'
import { App } from './App.js'

// The page's Content-Security-Policy forbids code made from strings, which zod would otherwise try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root === null) throw new Error('Cannot start: index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
