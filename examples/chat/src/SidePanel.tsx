import { Findings, type Finding } from '@glovebox/react'
import { useRequests } from './useRequests.js'

/** What was blocked and why, and every request that the page made. */
export function SidePanel({ blocked }: { readonly blocked: readonly Finding[] }) {
  const requests = useRequests()
  const foreign = requests.filter(({ isForeign }) => isForeign).length
  return (
    // It scrolls, so the keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className="panel" aria-label="What happened" tabIndex={0}>
      <section aria-labelledby="blocked-heading">
        <h2 id="blocked-heading">Blocked or exposed</h2>
        {blocked.length === 0 && <p>Nothing yet.</p>}
        <Findings findings={blocked} most={200} />
      </section>
      <section aria-labelledby="requests-heading">
        <h2 id="requests-heading">
          Requests of this page ({requests.length}, {foreign} to other hosts)
        </h2>
        <ul className="requests">
          {requests.map(({ address, count, isForeign }) => (
            <li key={address} className={isForeign ? 'foreign' : undefined}>
              <code>{address}</code> {count > 1 && `× ${count}`}
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}
