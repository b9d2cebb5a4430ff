'use client'

import { useId, useState, type ReactNode } from 'react'
import { describeAddress } from './describeAddress.js'
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
  const id = useId()
  /** The address the reader agreed to; another image in this place is asked for again. */
  const [agreedUrl, setAgreedUrl] = useState<string | undefined>(undefined)
  const [failedUrl, setFailedUrl] = useState<string | undefined>(undefined)
  const isAgreed = url !== undefined && agreedUrl === url
  const hasFailed = isAgreed && failedUrl === url
  if (isAgreed && !hasFailed) {
    return (
      <img
        // The button that had the focus is gone.
        ref={focusAtOnce}
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
  const canAsk = !isAgreed && url !== undefined && /^https?:\/\//.test(url)
  const payload = canAsk ? describeAddress(url).payload : 0
  return (
    <span className="glovebox-blocked-image" data-blocked="image" data-host={host}>
      <span className="glovebox-blocked-words">{children}</span>
      {canAsk && (
        <button
          type="button"
          {...(payload > 0 && { 'aria-describedby': id })}
          onClick={() => setAgreedUrl(url)}
        >
          {labels.loadImage(host)}
        </button>
      )}
      {payload > 0 && (
        <span id={id} className="glovebox-note">
          {labels.imagePayload(payload)}
        </span>
      )}
      {hasFailed && (
        <span role="status" className="glovebox-note">
          {labels.imageFailed(host)}
        </span>
      )}
    </span>
  )
}

function focusAtOnce(image: HTMLImageElement | null): void {
  image?.focus({ preventScroll: true })
}
