'use client'

import { useState, type ReactNode } from 'react'
import { useLabels } from './settings.js'

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
  /** The address the reader agreed to; another image in this place is asked for again. */
  const [agreedUrl, setAgreedUrl] = useState<string | undefined>(undefined)
  if (url !== undefined && agreedUrl === url) {
    return (
      <img
        className="glovebox-image"
        src={url}
        alt={alt}
        referrerPolicy="no-referrer"
        decoding="async"
      />
    )
  }
  const canAsk = url !== undefined && /^https?:\/\//.test(url)
  return (
    <span className="glovebox-blocked-image" data-blocked="image" data-host={host}>
      <span className="glovebox-blocked-words">{children}</span>
      {canAsk && (
        <button type="button" onClick={() => setAgreedUrl(url)}>
          {labels.loadImage(host)}
        </button>
      )}
    </span>
  )
}
