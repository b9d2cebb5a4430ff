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
    cleanup()
    const { container: open } = draw(text, { stopReason: 'refusal', streaming: true })
    expect(open.textContent).toBe('Claude declined to answer.')
  })

  it('shows of a text past a limit what came before, and says so', () => {
    const { container } = draw(text, { limits: { bytes: 30 } })
    expect([definitionOf('Where'), container.textContent?.includes('too large')]).toEqual([
      'Rome',
      true,
    ])
  })

  it.each<{
    readonly name: string
    readonly shown: z.ZodType
    readonly schema: (shown: z.ZodType) => z.ZodType
    readonly unsafe: object
  }>([
    {
      name: 'of another form of a union, whose values this one would take',
      shown: z.object({ n: z.number().transform(String) }),
      schema: (shown: z.ZodType) => z.union([z.object({ n: z.string().transform(Number) }), shown]),
      unsafe: { n: '5' },
    },
    {
      name: 'merged with what another side of an intersection lets in',
      shown: z.object({ name: z.string() }),
      schema: (card: z.ZodType) => z.intersection(z.object({ card }), z.looseObject({})),
      unsafe: { card: { name: 'x', dangerouslySetInnerHTML: { __html: 'x' } } },
    },
    {
      name: 'merged with what another side takes as it is',
      shown: z.object({ name: z.string() }),
      schema: (card: z.ZodType) => z.intersection(z.object({ card }), z.unknown()),
      unsafe: { card: { name: 'x', more: 'y' } },
    },
    {
      name: 'that a loose record lets through',
      shown: z.object({ name: z.string() }),
      schema: (card: z.ZodType) => z.looseRecord(z.string().max(1), card),
      unsafe: { card: { evil: 'x' } },
    },
  ])('gives a component no value $name', ({ shown, schema, unsafe }) => {
    const Seen = vi.fn<() => ReactNode>(() => null)
    draw(JSON.stringify(unsafe), { schema: schema(shown), views: [valueView(shown, Seen)] })
    expect(Seen).not.toHaveBeenCalled()
    expect(terms().length).toBeGreaterThan(0)
  })

  it('draws a variant of several names by the component of the name that came', () => {
    const union = z.discriminatedUnion('type', [
      z.object({ type: z.enum(['a', 'b']) }),
      z.object({ type: z.literal('c') }),
    ])
    const views = variantViews(union, { a: () => <p>A</p>, b: () => <p>B</p> })
    const schema = z.array(union)
    const { container } = draw('[{"type":"b"},{"type":"a"},{"type":"c"}]', { schema, views })
    expect([...container.querySelectorAll('.glovebox-card')].map((c) => c.textContent)).toEqual([
      'B',
      'A',
    ])
  })

  it('draws a variant by the name that a transform gives it', () => {
    const union = z.discriminatedUnion('type', [
      z.object({ type: z.literal('a') }).transform(() => ({ type: 'b' as const, text: 'from a' })),
      z.object({ type: z.literal('b'), text: z.string() }),
    ])
    const views = variantViews(union, { b: ({ value }) => <p data-testid="view">{value.text}</p> })
    draw('{"type":"a"}', { schema: union, views })
    expect(screen.getByTestId('view').textContent).toBe('from a')
  })

  it.each([
    [
      'throws',
      (): never => {
        throw new Error('broken')
      },
    ],
    ['answers later', async () => true],
  ])('draws a value of a union of which a form that was not needed %s', (_name, rule) => {
    const form = z.object({ a: z.string() })
    draw('{"a":"x"}', { schema: z.union([form, form.refine(rule)]) })
    expect(definitionOf('a')).toBe('x')
  })

  it('draws what is invalid since its schema throws as invalid', () => {
    const schema = z.object({
      a: z.lazy((): z.ZodType => {
        throw new Error('broken')
      }),
    })
    const { container } = draw('{"a":1,"b', { schema, streaming: true })
    expect(container.querySelectorAll('dd [data-part="invalid"]').length).toBe(1)
  })

  it('says of an open value of a union nothing by a form that it may not have', () => {
    const first = z.object({ a: z.string() })
    const other = z.object({ b: z.number().optional() })
    const views = [
      valueView(
        other,
        () => <p>other</p>,
        () => <p>other</p>,
      ),
    ]
    const schema = z.union([first, other])
    const { container } = draw('{', { schema, views, streaming: true })
    expect(container.textContent).not.toContain('other')
  })

  it('draws an open value by the one form of its union that it can have', () => {
    const schema = z.union([z.object({ body: untrustedMarkdown() }), z.array(z.string())])
    const { container } = draw('{"body":"**bold** te', { schema, streaming: true })
    expect(container.querySelector('strong')?.textContent).toBe('bold')
  })

  it.each([
    {
      name: 'an object',
      schema: z.object({ a: z.string().optional(), b: z.string() }),
      text: '{"b":"2","a":"1"',
    },
    {
      name: 'a record of named keys',
      schema: z.record(z.enum(['a', 'b']), z.string()),
      text: '{"b":"2","a":"1"',
    },
    {
      name: 'an intersection',
      schema: z.intersection(z.object({ a: z.string() }), z.object({ b: z.string() })),
      text: '{"b":"2","a":"1"',
    },
  ])('moves no field of $name when it closes', ({ schema, text: open }) => {
    const { container, rerender } = render(
      <OutputView schema={schema} streaming>
        {open}
      </OutputView>,
    )
    const before = [...container.querySelectorAll('.glovebox-text')]
    rerender(<OutputView schema={schema}>{`${open}}`}</OutputView>)
    expect(before.map((node) => node.textContent)).toEqual(['1', '2'])
    expect([...container.querySelectorAll('.glovebox-text')].every((n, i) => n === before[i])).toBe(
      true,
    )
  })

  it('takes title and kind of a field from any layer of its schema', () => {
    const body = untrustedMarkdown().meta({ title: 'Body' })
    const schema = z.object({ one: body.optional().nullable(), two: body.exactOptional() })
    const { container } = draw('{"one":"**a**","two":"**b**"}', { schema })
    expect([terms(), container.querySelectorAll('strong').length]).toEqual([['Body', 'Body'], 2])
  })

  it('does not say that a list is empty while it may get items, or was cut before', () => {
    const open = '{"place":"Rome","days":['
    draw(open, { streaming: true })
    const growing = definitionOf('days')
    cleanup()
    draw(open, { outcome: 'cut' })
    expect([growing, definitionOf('days')]).toEqual([
      'Preparing …',
      'This part is incomplete, so it is not shown.',
    ])
  })

  it('draws what has no fields as no value', () => {
    draw('{"a":{}}', { schema: z.object({ a: z.looseObject({}) }) })
    expect(definitionOf('a')).toBe('–')
  })

  it('keeps what a value of a transform throws in its own place', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const schema = z.string().transform(() => ({
      get broken(): string {
        throw new Error('broken')
      },
    }))
    const { container } = draw('"a"', { schema })
    expect(container.textContent).toBe('This part could not be drawn.')
    silent.mockRestore()
  })

  it('has no block within a line', () => {
    const schema = z.object({ body: untrustedMarkdown(), text: z.string() })
    const { container } = draw('{"body":"# a","text":"b"}', { schema })
    expect(container.querySelector(':is(span, p) :is(div, p, ul, dl, h1)')).toBeNull()
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

  it('lets a key of the model not turn around the words beside it', () => {
    const { container } = draw('{"אב":1}', { schema: z.record(z.string(), z.string()) })
    const code = container.querySelector('li > code')
    expect([code?.getAttribute('dir'), code?.closest('li')?.hasAttribute('dir')]).toEqual([
      'auto',
      false,
    ])
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
