import { SafeMarkdown, SafeMessage } from '@glovebox/react'
import { SafeReactMarkdown } from '@glovebox/react/react-markdown'
import { act } from '@testing-library/react'
import { Activity, StrictMode, type ReactElement } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'

const note = '# Title\n\nword[^1]\n\n[^1]: note'

/** The roots of a test, each in a box of its own. */
const roots = new Map<Element, Root>()

afterEach(async () => {
  for (const box of roots.keys()) await close(box)
})

/** Takes over what a server drew into a box at the end of the page: every such root has the same React ids. */
async function takeOver(element: ReactElement): Promise<Element> {
  const box = document.createElement('div')
  box.innerHTML = renderToString(element)
  document.body.append(box)
  const onRecoverableError = (error: unknown) => {
    throw error
  }
  roots.set(box, await act(() => hydrateRoot(box, element, { onRecoverableError })))
  return box
}

async function close(box: Element): Promise<void> {
  await act(() => roots.get(box)?.unmount())
  roots.delete(box)
  box.remove()
}

function idsIn(node: ParentNode): string[] {
  return Array.from(node.querySelectorAll('[id]'), ({ id }) => id)
}

/** Whether each link within the page leads to what stands in the same box. */
function leadsHome(box: Element): boolean {
  const links = [...box.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
  const targets = links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  )
  return targets.length > 0 && targets.every((target) => box.contains(target))
}

describe('in two roots that a server drew', () => {
  it.each([
    { name: 'SafeMarkdown', element: <SafeMarkdown>{note}</SafeMarkdown> },
    { name: 'SafeMessage', element: <SafeMessage content={note} /> },
    { name: 'SafeReactMarkdown', element: <SafeReactMarkdown>{note}</SafeReactMarkdown> },
    {
      name: 'SafeMarkdown in StrictMode',
      element: (
        <StrictMode>
          <SafeMarkdown>{note}</SafeMarkdown>
        </StrictMode>
      ),
    },
  ])('$name shares no id, and links lead to its own notes', async ({ element }) => {
    const boxes = [await takeOver(element), await takeOver(element), await takeOver(element)]
    const ids = idsIn(document)
    expect([new Set(ids).size === ids.length, ids.length > 6, boxes.map(leadsHome)]).toEqual([
      true,
      true,
      [true, true, true],
    ])
  })

  it('the note on a blocked image is its own', async () => {
    const image = (size: number) => `![a](https://evil.test/?q=${'x'.repeat(size)})`
    const boxes = [
      await takeOver(<SafeMarkdown>{image(400)}</SafeMarkdown>),
      await takeOver(<SafeMarkdown>{image(50)}</SafeMarkdown>),
    ]
    const described = boxes.map((box) => {
      const id = box.querySelector('button')?.getAttribute('aria-describedby') ?? ''
      return box.contains(document.getElementById(id))
    })
    expect(described).toEqual([true, true])
  })

  it('no words of one text make an id of the other', async () => {
    const hostile = ['x2-fn-1', '2-fn-1', '-fn-1', 'x2-title']
      .map((words) => `# ${words}`)
      .join('\n')
    await takeOver(<SafeMarkdown>{hostile}</SafeMarkdown>)
    await takeOver(<SafeMarkdown>{note}</SafeMarkdown>)
    const ids = idsIn(document)
    expect([ids.length, new Set(ids).size]).toEqual([8, 8])
  })
})

describe('a prefix', () => {
  it('is the one that the server drew where it is free', async () => {
    const element = <SafeMarkdown>{note}</SafeMarkdown>
    const drawn = document.createElement('div')
    drawn.innerHTML = renderToString(element)
    expect(idsIn(await takeOver(element))).toEqual(idsIn(drawn))
  })

  it('stays while another text with the same one goes, and is free again once its own has gone', async () => {
    const element = <SafeMarkdown>{note}</SafeMarkdown>
    const first = await takeOver(element)
    const second = await takeOver(element)
    const before = [idsIn(first), idsIn(second)]
    await close(first)
    const third = await takeOver(element)
    expect([idsIn(third), idsIn(second)]).toEqual(before)
  })

  it('stays where the text is only hidden', async () => {
    const draw = (mode: 'visible' | 'hidden') => (
      <Activity mode={mode}>
        <SafeMarkdown>{note}</SafeMarkdown>
      </Activity>
    )
    const hidden = await takeOver(draw('visible'))
    const before = idsIn(hidden)
    await act(() => roots.get(hidden)?.render(draw('hidden')))
    const other = await takeOver(draw('visible'))
    await act(() => roots.get(hidden)?.render(draw('visible')))
    expect([idsIn(hidden), leadsHome(other)]).toEqual([before, true])
  })

  it('of a new text in the same place is another one', async () => {
    const draw = (key: string) => <SafeMarkdown key={key}>{note}</SafeMarkdown>
    const first = await takeOver(draw('a'))
    const second = await takeOver(draw('a'))
    await act(() => roots.get(first)?.render(draw('b')))
    await act(() => roots.get(second)?.render(draw('b')))
    const ids = idsIn(document)
    expect([new Set(ids).size === ids.length, leadsHome(first), leadsHome(second)]).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is apart from that of another copy of the package', async () => {
    const element = <SafeMarkdown>{note}</SafeMarkdown>
    await takeOver(element)
    vi.resetModules()
    const { SafeMarkdown: Copy } = await import('@glovebox/react')
    expect(Copy).not.toBe(SafeMarkdown)
    const box = await takeOver(<Copy>{note}</Copy>)
    expect(leadsHome(box)).toBe(true)
  })
})
