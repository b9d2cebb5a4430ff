import { SafeMarkdown } from '@glovebox/react'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

const heavy = `![a cat](https://evil.test/x.png?q=${'a'.repeat(100)})`

describe('a blocked image', () => {
  it('says how much its address carries before it is loaded', () => {
    render(<SafeMarkdown>{heavy}</SafeMarkdown>)
    const button = screen.getByRole('button', { name: 'Load image from evil.test' })
    const note = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toMatch(/carries 108 characters of data/)
  })

  it('says nothing of an address that carries none', () => {
    render(<SafeMarkdown>{'![a cat](https://evil.test/x.png)'}</SafeMarkdown>)
    expect(screen.getByRole('button').hasAttribute('aria-describedby')).toBe(false)
  })

  it('has the focus where its button had it', async () => {
    const user = userEvent.setup()
    render(<SafeMarkdown>{heavy}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    expect(document.activeElement).toBe(screen.getByRole('img', { name: 'a cat' }))
  })

  it('keeps its words and says so where it cannot be loaded', async () => {
    const user = userEvent.setup()
    const { container } = render(<SafeMarkdown>{heavy}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    fireEvent.error(screen.getByRole('img'))
    expect(container.textContent).toBe('a cat (evil.test)The image could not be loaded.')
  })

  it('asks again once it is drawn anew', async () => {
    const user = userEvent.setup()
    const { rerender } = render(<SafeMarkdown key="first">{heavy}</SafeMarkdown>)
    await user.click(screen.getByRole('button'))
    rerender(<SafeMarkdown key="second">{heavy}</SafeMarkdown>)
    expect([screen.queryByRole('img'), screen.getByRole('button').tagName]).toEqual([
      null,
      'BUTTON',
    ])
  })
})
