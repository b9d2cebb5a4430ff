'use client'

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { describeAddress } from './describeAddress.js'
import type { AskedLink } from './judgeLink.js'
import type { TextLabels } from './textLabels.js'

interface LinkDialogProps {
  readonly link: AskedLink
  readonly labels: TextLabels
  readonly onRemember: (host: string) => void
  readonly onClose: () => void
}

/** Asks before a link leaves the app, showing the whole address with its true host. */
export function LinkDialog({ link, labels, onRemember, onClose }: LinkDialogProps) {
  const id = useId()
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
    // Behind an open modal dialog nothing takes the focus; the link gets it back once this is gone.
    return () => link.anchor.focus()
  }, [link])

  const open = () => {
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
      aria-labelledby={id + 'title'}
      aria-describedby={id + 'address'}
      onClose={onClose}
      onKeyDown={closeOnEscape}
    >
      <h2 id={id + 'title'}>{labels.openLink}</h2>
      <div id={id + 'address'}>
        <p>{labels.linkGoesTo}</p>
        <p className="glovebox-address" dir="ltr">
          {address.before}
          <strong>{address.host}</strong>
          {address.after}
        </p>
        {notes.map((note) => (
          <p key={note} className="glovebox-warning">
            {note}
          </p>
        ))}
      </div>
      {link.host !== '' && !link.isDeceptive && (
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
        {/* The second press of a double click was meant for what lay here before. */}
        <button type="button" onClick={({ detail }) => detail < 2 && open()}>
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
  if (link.isMixedScript) notes.push(labels.mixedScriptNote)
  const start = startNote(link.url, labels)
  if (start !== undefined) notes.push(start)
  if (payload > 0) notes.push(labels.payloadNote(payload))
  return notes
}

/** What an address starts that is no page. */
function startNote(url: string, labels: TextLabels): string | undefined {
  const [, scheme = '', rest = ''] = /^([^:]+):(.*)$/s.exec(url) ?? []
  if (scheme === 'http' || scheme === 'https') return undefined
  if (scheme === 'tel') return labels.phoneNote
  if (scheme !== 'mailto') return labels.programNote(scheme)
  const [to = '', fields = ''] = rest.split(/\?(.*)/s)
  const more = new URLSearchParams(fields)
  const named = [to, ...['to', 'cc', 'bcc'].flatMap((name) => more.getAll(name))].join(',')
  const recipients = named.split(',').filter((address) => address.trim() !== '').length
  return labels.mailNote(recipients, fields !== '')
}

function openAddress(url: string): void {
  // Mail and phone links start a program; a new tab for them would stay empty.
  const target = /^https?:/.test(url) ? '_blank' : '_self'
  window.open(url, target, target === '_blank' ? 'noopener,noreferrer' : '')
}

async function writeClipboard(text: string): Promise<void> {
  await navigator.clipboard.writeText(text)
}
