'use client'

import { useState, type ReactNode } from 'react'
import { describeAddress } from './describeAddress.js'
import { useLabels } from './settings.js'
import { useIdPrefix } from './useIdPrefix.js'

interface BlockedImageProps {
  readonly host: string
  /** Only where the policy lets the reader decide. */
  readonly url: string | undefined
  readonly alt: string
  readonly children?: ReactNode
}

/** Keeps an image's place with its words and host; the reader's click loads it, once. */
export function BlockedImage({ host, url, alt, children }: BlockedImageProps) {
  const labels = useLabels()
  const id = useIdPrefix()
  /** The address the reader agreed to; another image in this place is asked for again. */
  const [agreedUrl, setAgreedUrl] = useState<string | undefined>(undefined)
  const [failedUrl, setFailedUrl] = useState<string | undefined>(undefined)
  const hasFailed = url !== undefined && failedUrl === url
  if (url !== undefined && agreedUrl === url && !hasFailed) {
    return (
      <img
        ref={takeFocus}
        tabIndex={-1}
        className="glovebox-image"
        src={url}
        alt={alt}
        referrerPolicy="no-referrer"
        decoding="async"
        onError={() => setFailedUrl(url)}
      />
    )
  }
  const canAsk = url !== undefined && /^https?:\/\//.test(url) && !hasFailed
  const payload = canAsk ? describeAddress(url).payload : 0
  return (
    <span className="glovebox-blocked-image" data-blocked="image" data-host={host}>
      <span className="glovebox-blocked-words">{children}</span>
      {payload > 0 && (
        <span id={id} className="glovebox-blocked-note">
          {labels.payloadNote(payload)}
        </span>
      )}
      {canAsk && (
        <button
          type="button"
          aria-describedby={payload > 0 ? id : undefined}
          onClick={() => setAgreedUrl(url)}
        >
          {labels.loadImage(host)}
        </button>
      )}
      {hasFailed && (
        <span ref={takeFocus} tabIndex={-1} className="glovebox-blocked-note">
          {labels.imageFailed}
        </span>
      )}
    </span>
  )
}

/** The button that had the focus is gone; what came in its place goes on from there. */
function takeFocus(element: HTMLElement | null): void {
  const { activeElement, body } = element?.ownerDocument ?? {}
  if (activeElement === null || activeElement === body) element?.focus({ preventScroll: true })
}
