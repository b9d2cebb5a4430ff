'use client'

import type { Policy } from '@glovebox/markdown'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { judgeLink, type AskedLink } from './judgeLink.js'
import { LinkDialog } from './LinkDialog.js'
import { useSettings } from './settings.js'

interface LinkGuardProps {
  readonly className: string
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly policy: Policy
  readonly children?: ReactNode
}

/**
 * Draws a box in which no link can be used past the policy: clicks of every kind, drags and
 * context menus are met on the way down, before any component of the app sees them.
 */
export function LinkGuard({ className, dir, policy, children }: LinkGuardProps) {
  const settings = useSettings(policy)
  const [ownHosts] = useState(() => new Set<string>())
  const rememberedHosts = settings.rememberedHosts ?? ownHosts
  const [asked, setAsked] = useState<AskedLink | undefined>(undefined)

  const meet = (event: MouseEvent<HTMLElement>) => {
    const anchor = findLink(event)
    if (anchor === undefined) return
    const judged = judgeLink(anchor, policy, rememberedHosts)
    if (judged.action === 'follow') return
    event.preventDefault()
    event.stopPropagation()
    if (judged.action === 'ask') setAsked(judged.link)
  }

  return (
    <>
      <div
        className={className}
        dir={dir}
        data-link-guard=""
        onClickCapture={meet}
        // A right click is a context menu, which is met below.
        onAuxClickCapture={(event) => event.button !== 2 && meet(event)}
        onContextMenuCapture={meet}
        onDragStartCapture={meet}
      >
        {children}
      </div>
      {asked !== undefined && (
        <LinkDialog
          link={asked}
          labels={settings.labels}
          onRemember={(host) => rememberedHosts.add(host)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

function findLink(event: MouseEvent<HTMLElement>): HTMLElement | undefined {
  if (!(event.target instanceof Element)) return undefined
  const nearest = event.target.closest<HTMLElement>('a[href], button')
  if (nearest === null || nearest.localName === 'button') return undefined
  // Guards may be nested; the innermost has the policy of its text.
  return nearest.closest('[data-link-guard]') === event.currentTarget ? nearest : undefined
}
