'use client'

import { isDeceptive, judgeUrl } from '@glovebox/markdown'
import { RevealedText } from './RevealedText.js'
import { useMessageLabels } from './useMessageLabels.js'
import { useSettings } from './settings.js'

interface JudgedLinkProps {
  readonly unsafeUrl: string
  readonly unsafeWords: string
  /** Whether an address without a host, such as one for mail, may be a link. It is no source. */
  readonly withoutHost: 'link' | 'blocked'
}

/** Draws an address that comes as data like a link in a text: judged, with its host behind it, asked about by the guard. */
export function JudgedLink({ unsafeUrl, unsafeWords, withoutHost }: JudgedLinkProps) {
  const { policy } = useSettings()
  const labels = useMessageLabels()
  const words = <RevealedText>{unsafeWords}</RevealedText>
  const verdict = judgeUrl(unsafeUrl, 'link', policy)
  // Data names no place in the page that it is shown in.
  const isInPage = verdict.ok && verdict.url.startsWith('#')
  if (!verdict.ok || isInPage || (verdict.host === '' && withoutHost === 'blocked')) {
    return (
      <>
        <span data-blocked="link" dir="auto">
          {words}
        </span>{' '}
        <span className="glovebox-host" dir="auto">
          ({labels.blockedAddress})
        </span>
      </>
    )
  }
  // The host stands behind every title; the question also says that the title names another one.
  const deceives = isDeceptive(unsafeWords, verdict)
  const { confirm } = policy.links
  const isConfirmed =
    confirm === 'always' || (confirm === 'foreign' && (verdict.foreign || deceives))
  return (
    <>
      <a
        href={verdict.url}
        dir="auto"
        rel="noopener noreferrer nofollow ugc"
        referrerPolicy="no-referrer"
        {...(isConfirmed && { 'data-confirm': confirm, target: '_blank' })}
        {...(deceives && { 'data-deceptive': true })}
      >
        {words}
      </a>
      {verdict.host !== '' && (
        <>
          {' '}
          <span className="glovebox-host" dir="ltr">
            ({verdict.host})
          </span>
        </>
      )}
    </>
  )
}
