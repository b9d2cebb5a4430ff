import { RevealedText, SafeMessage } from '@glovebox/react'
import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'

describe('RevealedText', () => {
  it('names a hidden character in sight, on hover and for a screen reader', () => {
    render(<RevealedText>{'report\u202efdp.exe'}</RevealedText>)
    const mark = screen.getByRole('img', { name: 'U+202E RIGHT-TO-LEFT OVERRIDE' })
    expect([mark.textContent, mark.title, mark.dataset['markedChar'], mark.dir]).toEqual([
      'U+202E',
      'RIGHT-TO-LEFT OVERRIDE',
      'U+202E',
      'ltr',
    ])
  })

  it('draws a long run as one mark with its count', () => {
    const { container } = render(<RevealedText>{'a' + '\u{e0041}'.repeat(5_000)}</RevealedText>)
    expect(container.textContent).toBe('aU+E0041 ×5000')
  })

  it('stands behind tool names, titles and quotes of a message', () => {
    const { container } = render(
      <SafeMessage
        content={[
          {
            type: 'text',
            text: 'a',
            citations: [
              {
                type: 'web_search_result_location',
                url: 'https://site.test/',
                title: 'b\u200bc',
                cited_text: 'd\u2003e',
                encrypted_index: '',
              },
            ],
          },
          { type: 'tool_use', id: 't', name: 'f\u2066g', input: {} },
        ]}
      />,
    )
    const marks = [...container.querySelectorAll('[data-marked-char]')]
    expect(marks.map((mark) => mark.textContent)).toEqual(['U+200B', 'U+2003', 'U+2066'])
  })
})
