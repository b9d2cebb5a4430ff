'use client'

import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { describeAddress } from './describeAddress.js'
import type { AskedLink } from './judgeLink.js'
import type { TextLabels } from './textLabels.js'
import { useIdPrefix } from './useIdPrefix.js'

interface LinkDialogProps {
  readonly link: AskedLink
  readonly labels: TextLabels
  readonly onRemember: (host: string) => void
  readonly onClose: () => void
}

/** Asks before a link leaves the app, showing the whole address with its true host. */
export function LinkDialog({ link, labels, onRemember, onClose }: LinkDialogProps) {
  const id = useIdPrefix()
  const dialog = useRef<HTMLDialogElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const [isTrusted, setIsTrusted] = useState(false)
  const [copyState, setCopyState] = useState('')
  const address = describeAddress(link.url)
  const notes = notesOn(link, labels)

  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal()
    // The safe answer has the focus: a key pressed too early opens nothing.
    cancel.current?.focus()
    const guard = link.anchor.closest<HTMLElement>('[data-link-guard]')
    // Behind an open modal dialog nothing takes the focus; the link gets it back once this is gone.
    return () => giveFocusBack(link.anchor, guard)
  }, [link])

  const open = (presses: number) => {
    // The second press of a double click was meant for what lay here before.
    if (presses > 1) return
    if (isTrusted) onRemember(link.host)
    openAddress(link.url)
    onClose()
  }
  const copy = () => {
    writeClipboard(link.url).then(
      () => setCopyState(labels.copied),
      () => setCopyState(labels.copyFailed),
    )
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onClose()
  }

  return (
    <dialog
      ref={dialog}
      className="glovebox-dialog"
      aria-labelledby={id}
      aria-describedby={id + 'address'}
      onClose={onClose}
      onKeyDown={closeOnEscape}
    >
      <h2 id={id}>{labels.openLink}</h2>
      <div id={id + 'address'}>
        <p>{labels.linkGoesTo}</p>
        <p className="glovebox-address" dir="ltr">
          {address.before}
          <strong>{address.host}</strong>
          {address.after}
        </p>
        {notes.map((note) => (
          <p key={note} className="glovebox-warning" dir="auto">
            {note}
          </p>
        ))}
      </div>
      {link.canRemember && (
        <label className="glovebox-remember">
          <input
            type="checkbox"
            checked={isTrusted}
            onChange={(event) => setIsTrusted(event.currentTarget.checked)}
          />
          {labels.rememberHost(link.host)}
        </label>
      )}
      <div className="glovebox-actions">
        <button type="button" onClick={({ detail }) => open(detail)}>
          {labels.open}
        </button>
        <button type="button" onClick={copy}>
          {labels.copyAddress}
        </button>
        <button type="button" ref={cancel} onClick={onClose}>
          {labels.cancel}
        </button>
      </div>
      <output>{copyState}</output>
    </dialog>
  )
}

function notesOn(link: AskedLink, labels: TextLabels): readonly string[] {
  const { host, payload, hasUserinfo } = describeAddress(link.url)
  const notes: string[] = []
  if (hasUserinfo) notes.push(labels.userinfoNote(host))
  if (link.isDeceptive && !hasUserinfo) notes.push(labels.deceptiveNote(host))
  if (link.unicodeHost !== undefined) notes.push(labels.lettersNote(link.unicodeHost))
  if (link.flags.includes('mixed-script')) notes.push(labels.mixedScriptNote)
  const scheme = link.url.slice(0, link.url.indexOf(':'))
  if (scheme === 'mailto') notes.push(labels.mailNote(countRecipients(link.url)))
  else if (!/^https?$/.test(scheme)) notes.push(labels.programNote(scheme))
  if (payload > 0) notes.push(labels.payloadNote(payload))
  return notes
}

function countRecipients(url: string): number {
  const { pathname, searchParams } = new URL(url)
  const fields = [...searchParams].filter(([name]) => /^(?:to|b?cc)$/i.test(name))
  return [pathname, ...fields.map(([, value]) => value)].join().split(/@|%40/).length - 1
}

/** A link that has left the screen meanwhile cannot have it; the text it stood in can. */
function giveFocusBack(anchor: HTMLElement, guard: HTMLElement | null): void {
  if (!anchor.isConnected && guard !== null) {
    guard.tabIndex = -1
    guard.focus()
  } else anchor.focus()
}

function openAddress(url: string): void {
  // Mail and phone links start a program; a new tab for them would stay empty.
  const isWeb = /^https?:/.test(url)
  window.open(url, isWeb ? '_blank' : '_self', isWeb ? 'noopener,noreferrer' : '')
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
