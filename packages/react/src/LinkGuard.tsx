'use client'

import { judgeUrl, type Policy } from '@glovebox/markdown'
import { useState, type MouseEvent, type ReactNode } from 'react'
import { addressOf, judgeLink, type AskedLink } from './judgeLink.js'
import { LinkDialog } from './LinkDialog.js'
import { useSettings } from './settings.js'

interface LinkGuardProps {
  /** The class of the box, and what styles and apps know it by. */
  readonly name: 'glovebox-markdown' | 'glovebox-message' | 'glovebox-output'
  readonly className?: string | undefined
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined
  readonly policy: Policy
  readonly children?: ReactNode
}

/**
 * Draws a box in which no link can be used past the policy: clicks of every kind, drags and
 * context menus are met on the way down, before any component of the app sees them.
 */
export function LinkGuard({ name, className, dir, policy, children }: LinkGuardProps) {
  const settings = useSettings(policy)
  const [ownHosts] = useState(() => new Set<string>())
  const rememberedHosts = settings.rememberedHosts ?? ownHosts
  const [asked, setAsked] = useState<AskedLink | undefined>(undefined)
  // A policy that was tightened since takes the question back.
  const isOpen = asked !== undefined && judgeUrl(asked.url, 'link', policy).ok

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
        className={className === undefined ? name : `${name} ${className}`}
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
      {isOpen && (
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

/** By the event's path, which also tells of shadow trees, and of a portal in another window. */
function findLink(event: MouseEvent<HTMLElement>): HTMLElement | undefined {
  const { nativeEvent, currentTarget } = event
  const path = nativeEvent.composedPath().filter(isElement)
  const nearest = path.find(
    (element) => 'linkGuard' in element.dataset || addressOf(element) !== undefined,
  )
  // A link around the guard is the app's own.
  if (nearest === undefined || 'linkGuard' in nearest.dataset) return undefined
  const guard = path.find((element) => 'linkGuard' in element.dataset)
  // Guards may be nested; the innermost has the policy of its text. A portal's link is in none.
  const isInner = guard !== undefined && guard !== currentTarget && currentTarget.contains(guard)
  return isInner ? undefined : nearest
}

/** Not by `instanceof`: each window has an `Element` of its own. */
function isElement(target: EventTarget): target is HTMLElement {
  return 'dataset' in target
}
