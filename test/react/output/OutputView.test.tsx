import { definePolicy } from '@glovebox/markdown'
import {
  GloveboxProvider,
  OutputView,
  valueView,
  untrustedMarkdown,
  untrustedUrl,
  variantViews,
  type OutputViewProps,
} from '@glovebox/react'
import { cleanup, render, screen, within } from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'

afterEach(cleanup)

const day = z.object({ name: z.string(), celsius: z.number() })
const forecast = z.object({
  place: z.string().meta({ title: 'Where' }),
  days: z.array(day),
  sure: z.boolean().optional(),
})
const text =
  '{"place":"Rome","days":[{"name":"Monday","celsius":21},{"name":"Tuesday","celsius":19}]}'

const Day = ({ value }: { readonly value: z.infer<typeof day> }): ReactNode => (
  <p data-testid="day">
    {value.name}: {value.celsius.toFixed(1)}
  </p>
)

function draw(children: string, props: Partial<OutputViewProps> = {}) {
  return render(
    <StrictMode>
      <OutputView schema={forecast} {...props}>
        {children}
      </OutputView>
    </StrictMode>,
  )
}

function terms(): readonly string[] {
  return screen.getAllByRole('term').map((term) => term.textContent ?? '')
}

function definitionOf(term: string): string {
  const row = screen.getByText(term).closest('div')
  return row === null ? '' : (within(row).getAllByRole('definition')[0]?.textContent ?? '')
}

describe('OutputView', () => {
  it('draws a valid output field by field, by the schema’s titles', () => {
    draw(text)
    expect(terms()).toEqual(['Where', 'days', 'name', 'celsius', 'name', 'celsius'])
    expect([definitionOf('Where'), screen.getAllByRole('listitem').length]).toEqual(['Rome', 2])
  })

  it('draws the values of a schema by its component, wherever they stand', () => {
    draw(text, { views: [valueView(day, Day)] })
    expect(screen.getAllByTestId('day').map((drawn) => drawn.textContent)).toEqual([
      'Monday: 21.0',
      'Tuesday: 19.0',
    ])
  })

  it('draws the variants of a union by what the discriminator says', () => {
    const event = z.discriminatedUnion('type', [
      z.object({ type: z.literal('sold'), price: z.number() }),
      z.object({ type: z.literal('lost'), where: z.string() }),
      z.object({ type: z.literal('other'), note: z.string() }),
    ])
    const views = variantViews(event, {
      sold: ({ value }) => <p data-testid="view">for {value.price}</p>,
      lost: ({ value }) => <p data-testid="view">in {value.where}</p>,
    })
    draw('[{"type":"lost","where":"Oslo"},{"type":"SOLD","price":3},{"type":"other","note":"x"}]', {
      schema: z.array(event),
      views,
    })
    expect(screen.getAllByTestId('view').map((drawn) => drawn.textContent)).toEqual([
      'in Oslo',
      'for 3',
    ])
    expect(definitionOf('note')).toBe('x')
  })

  it.each([...text].map((_, index) => index))(
    'gives a component only what its schema accepts, at the prefix of %i',
    (length) => {
      const seen: unknown[] = []
      const Seen = ({ value }: { readonly value: unknown }): ReactNode => {
        seen.push(value)
        return null
      }
      draw(text.slice(0, length), { views: [valueView(day, Seen)], streaming: true })
      expect(seen.every((value) => day.safeParse(value).success)).toBe(true)
    },
  )

  it('draws closed items while others are open', () => {
    const view = valueView(day, Day)
    const { container } = draw(text.slice(0, text.indexOf('Tues') + 4), {
      views: [view],
      streaming: true,
    })
    expect(screen.getAllByTestId('day').length).toBe(1)
    expect(container.querySelector('[data-part="open"][aria-busy="true"]')?.textContent).toBe(
      'Preparing …',
    )
  })

  it('draws what is known of an open part, where a component does', () => {
    const view = valueView(day, Day, ({ partial }) => <i>{partial?.name} is coming</i>)
    draw(text.slice(0, text.indexOf('Tues') + 4), { views: [view], streaming: true })
    expect(screen.getByText('Tues is coming').tagName).toBe('I')
  })

  it('shows an open text as far as it has come, but no half of what is not a text', () => {
    draw('{"place":"Ro', { streaming: true })
    expect(definitionOf('Where')).toBe('Ro')
    cleanup()
    draw('{"place":"Rome","days":[{"name":"Monday","celsius":2', { streaming: true })
    expect(terms()).toEqual(['Where', 'days', 'name'])
  })

  it('shows an invalid part as such, and none of its value', () => {
    const { container } = draw('{"place":"Rome","days":[{"name":"<b>hot</b>","celsius":"hot"', {
      streaming: true,
    })
    expect(container.querySelectorAll('[data-part="invalid"]').length).toBe(1)
    expect(definitionOf('celsius')).toBe(
      'This data did not have the expected form, so it is not shown.',
    )
  })

  it('says of an invalid output what is wrong, by place, and shows none of it', () => {
    const { container } = draw('{"place":"SECRET","days":[{"name":"a","celsius":"SECRET"}]}')
    expect(screen.getByRole('status').textContent).toBe(
      'This data did not have the expected form, so it is not shown.',
    )
    expect(screen.getByRole('listitem').textContent).toBe('days.0.celsius Expected a number')
    expect(container.textContent).not.toContain('SECRET')
  })

  it.each([
    [{ stopReason: 'max_tokens' }, 'The data ends here: it became longer than allowed.'],
    [{ outcome: 'cut' as const }, 'The data ends here: the connection was lost.'],
    [{ outcome: 'aborted' as const }, 'The data ends here: it was stopped.'],
  ])('given %j, shows what is certain and that it ends there', (how, says) => {
    const { container } = draw(text.slice(0, text.indexOf('Tues') + 4), {
      ...how,
      views: [valueView(day, Day)],
    })
    expect([screen.getByRole('status').textContent, screen.getAllByTestId('day').length]).toEqual([
      says,
      1,
    ])
    expect(container.querySelector('[aria-busy="true"]')).toBeNull()
    expect(container.querySelector('.glovebox-card[data-part="cut"]')?.textContent).toBe(
      'This part is incomplete, so it is not shown.',
    )
  })

  it('shows of a refused output nothing but that', () => {
    const { container } = draw(text, { stopReason: 'refusal' })
    expect(container.textContent).toBe('Claude declined to answer.')
  })

  it('shows of a text past a limit what came before, and says so', () => {
    const { container } = draw(text, { limits: { bytes: 30 } })
    expect([definitionOf('Where'), container.textContent?.includes('too large')]).toEqual([
      'Rome',
      true,
    ])
  })

  it('keeps what a component throws in its own place', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const Broken = (): ReactNode => {
      throw new Error('broken')
    }
    draw(text, { views: [valueView(day, Broken)] })
    expect(screen.getAllByText('This part could not be drawn.').length).toBe(2)
    expect(definitionOf('Where')).toBe('Rome')
    silent.mockRestore()
  })

  it('marks hidden characters in values and keys', () => {
    const { container } = draw('{"a\u202e":"b\u200b"}', {
      schema: z.record(z.string(), z.string()),
    })
    expect(
      [...container.querySelectorAll('[data-marked-char]')].map((mark) =>
        mark.getAttribute('data-marked-char'),
      ),
    ).toEqual(['U+202E', 'U+200B'])
  })

  it('never takes a text for markup', () => {
    const { container } = draw(
      JSON.stringify({
        place: '<img src=x onerror=alert(1)> **bold** ![a](https://evil.test/a)',
        days: [],
      }),
    )
    expect(container.querySelector('img, strong, a, [data-blocked]')).toBeNull()
    expect(definitionOf('Where')).toContain('<img src=x onerror=alert(1)> **bold**')
  })

  it('takes a text for markdown where the schema says so, while it grows too', () => {
    const schema = z.object({ body: untrustedMarkdown().max(1000).optional() })
    const onBlocked = vi.fn<() => void>()
    const unsafe = '{"body":"**bold** ![a](https://evil.test/a) [b](https://b.te'
    const { container, rerender } = render(
      <OutputView schema={schema} onBlocked={onBlocked} streaming>
        {unsafe}
      </OutputView>,
    )
    const bold = container.querySelector('strong')
    expect([bold?.textContent, container.querySelectorAll('img, a').length]).toEqual(['bold', 0])
    rerender(
      <OutputView schema={schema} onBlocked={onBlocked}>
        {`${unsafe}st/)"}`}
      </OutputView>,
    )
    expect(container.querySelectorAll('[data-blocked="image"], a[data-confirm]').length).toBe(2)
    expect(onBlocked).toHaveBeenCalledOnce()
    expect(container.querySelector('strong')).toBe(bold)
  })

  it('draws an address as a link that is judged and asked about, and never half of one', () => {
    const schema = z.object({ source: untrustedUrl() })
    const { container } = draw('{"source":"https://a.test/b"}', { schema })
    const link = screen.getByRole('link', { name: 'https://a.test/b' })
    expect([link.getAttribute('rel'), link.hasAttribute('data-confirm')]).toEqual([
      'noopener noreferrer nofollow ugc',
      true,
    ])
    cleanup()
    draw('{"source":"https://a.te', { schema, streaming: true })
    expect(container.querySelector('a')).toBeNull()
    expect(screen.queryByText(/a\.te/)).toBeNull()
  })

  it.each([
    ['mailto:a@b.test', 'A'],
    ['#top', 'SPAN'],
  ])('draws the address %s in %s', (source, tag) => {
    const { container } = draw(JSON.stringify({ source }), {
      schema: z.object({ source: untrustedUrl() }),
    })
    const drawn = container.querySelector('dd a, dd [data-blocked="link"]')
    expect([drawn?.tagName, drawn?.textContent]).toEqual([tag, source])
  })

  it('refuses an address that the policy does not let a link have', () => {
    const own = definePolicy({ links: { allow: ['https://a.test'] } })
    const schema = z.object({ one: untrustedUrl(), own: untrustedUrl(own) })
    draw('{"one":"javascript:alert(1)","own":"https://b.test"}', { schema })
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'one Expected the format untrusted-url',
      'own Expected the format untrusted-url',
    ])
  })

  it('judges an address by the policy in force where it is drawn, too', () => {
    const policy = definePolicy({ links: { allow: [] } })
    const { container } = draw('{"source":"https://a.test/b"}', {
      schema: z.object({ source: untrustedUrl() }),
      policy,
    })
    expect([
      container.querySelector('a'),
      container.querySelector('[data-blocked="link"]')?.textContent,
    ]).toEqual([null, 'https://a.test/b'])
  })

  it('draws what schemas make of values', () => {
    const schema = z.object({
      at: z.iso.datetime().transform((value) => new Date(value)),
      big: z.coerce.bigint(),
      none: z.null(),
      yes: z.boolean(),
      list: z.array(z.string()),
      map: z.string().transform(() => new Map()),
      pair: z.tuple([z.string(), z.number()]),
    })
    draw(
      '{"at":"2026-01-02T03:04:05Z","big":"12345678901234567890","none":null,"yes":true,"list":[],"map":"x","pair":["a",1]}',
      { schema },
    )
    expect(['at', 'big', 'none', 'yes', 'list', 'map', 'pair'].map(definitionOf)).toEqual([
      '2026-01-02T03:04:05.000Z',
      '12345678901234567890',
      '–',
      'Yes',
      'None',
      '–',
      'a1',
    ])
  })

  it('says everything in the app’s own words', () => {
    render(
      <GloveboxProvider
        labels={{ outputInvalid: 'Ungültig', outputIssue: ({ code }) => `Fehler: ${code}` }}
      >
        <OutputView schema={forecast}>{'{"place":1}'}</OutputView>
      </GloveboxProvider>,
    )
    expect([
      screen.getByRole('status').textContent,
      screen.getAllByRole('listitem')[0]?.textContent,
    ]).toEqual(['Ungültig', 'place Fehler: invalid_type'])
  })

  it('tells when a text is doomed', () => {
    const onDoomed = vi.fn<() => void>()
    const { rerender } = render(
      <OutputView schema={forecast} streaming onDoomed={onDoomed}>
        {'{"place":"R'}
      </OutputView>,
    )
    expect(onDoomed).not.toHaveBeenCalled()
    rerender(
      <OutputView schema={forecast} streaming onDoomed={onDoomed}>
        {'{"place":"R","days":"'}
      </OutputView>,
    )
    expect(onDoomed).toHaveBeenCalledOnce()
  })

  it('draws closed parts once, however long others grow', () => {
    let draws = 0
    const Counted = (): ReactNode => {
      draws += 1
      return null
    }
    const views = [valueView(day, Counted)]
    const start = '{"days":[{"name":"a","celsius":1}],"place":"'
    const { rerender } = render(
      <OutputView schema={forecast} views={views} streaming>
        {start}
      </OutputView>,
    )
    for (let length = 1; length < 50; length += 1) {
      rerender(
        <OutputView schema={forecast} views={views} streaming>
          {start + 'x'.repeat(length)}
        </OutputView>,
      )
    }
    expect(draws).toBe(1)
  })

  it('is the same on a server', () => {
    const html = renderToString(<OutputView schema={forecast}>{text}</OutputView>)
    expect([html.includes('Rome'), html.includes('role="status"')]).toEqual([true, true])
  })

  it.each(['', ' ', 'null', '[', '{"a', 'x'.repeat(2_000_000), '{"__proto__":{"place":"x"}}'])(
    'draws a text that is no such output, %#, as invalid or too big',
    (unsafe) => {
      const { container } = draw(unsafe)
      expect(container.querySelector('[data-output]')?.getAttribute('data-output')).toMatch(
        /^(invalid|too-big)$/,
      )
    },
  )
})
