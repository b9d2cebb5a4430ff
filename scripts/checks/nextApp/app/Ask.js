'use client'

// Put into the bundle at build time, as every variable with this prefix is.
const start = process.env.NEXT_PUBLIC_START ?? ''

export function Ask({ hint }) {
  const ask = () =>
    fetch('/api/claude', { method: 'POST', headers: { hint: [start, hint].join('') } })
  return <button onClick={ask}>Ask</button>
}
