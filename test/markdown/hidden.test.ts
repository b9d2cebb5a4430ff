import { definePolicy, revealHidden, toSafeTree } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, findingsOf } from './show.js'

const tags = [...'run'].map((c) => String.fromCodePoint(0xe0000 + c.charCodeAt(0))).join('')

describe('hidden text', () => {
  it.each([
    { name: 'a bidi override (CVE-2021-42574)', unsafe: 'a\u202eb', safe: 'bidi' },
    { name: 'a bidi isolate', unsafe: 'a\u2066b', safe: 'bidi' },
    { name: 'a direction mark among Latin', unsafe: 'a\u200fb', safe: 'bidi' },
    { name: 'an Arabic letter mark among Latin', unsafe: 'a\u061cb', safe: 'bidi' },
    { name: 'tag characters', unsafe: 'a' + tags, safe: 'tag' },
    {
      name: 'tags behind a flag that is none',
      unsafe: '\u{1f3f4}' + tags + '\u{e007f}',
      safe: 'tag',
    },
    { name: 'a zero-width space', unsafe: 'a\u200bb', safe: 'zero-width' },
    { name: 'a joiner between Latin letters', unsafe: 'a\u200db', safe: 'zero-width' },
    { name: 'a second joiner in Persian', unsafe: 'می\u200c\u200cخواهم', safe: 'zero-width' },
    { name: 'a word joiner', unsafe: 'a\u2060b', safe: 'zero-width' },
    { name: 'a byte order mark', unsafe: 'a\ufeffb', safe: 'zero-width' },
    { name: 'a soft hyphen', unsafe: 'a\u00adb', safe: 'zero-width' },
    { name: 'variation selectors as bytes', unsafe: '😀\u{e0101}\u{e0102}', safe: 'variation' },
    { name: 'a selector behind a letter', unsafe: 'a\ufe0f', safe: 'variation' },
    { name: 'a second selector', unsafe: '❤\ufe0f\ufe0f', safe: 'variation' },
    { name: 'a Hangul filler', unsafe: 'a\u3164b', safe: 'filler' },
    { name: 'a Braille blank', unsafe: 'a\u2800b', safe: 'filler' },
    { name: 'an escape sequence', unsafe: 'a\u001b[2Jb', safe: 'control' },
    { name: 'a backspace', unsafe: 'a\bb', safe: 'control' },
    { name: 'a C1 control', unsafe: 'a\u009bb', safe: 'control' },
    { name: 'a line separator', unsafe: 'a\u2028b', safe: 'separator' },
    { name: 'private use', unsafe: 'a\ue000b', safe: 'private-use' },
    { name: 'a noncharacter', unsafe: 'a\uffffb', safe: 'noncharacter' },
    { name: 'a lone surrogate', unsafe: 'a\ud83db', safe: 'surrogate' },
    { name: 'an annotation', unsafe: 'a\ufff9b', safe: 'format' },
    { name: 'a musical control', unsafe: 'a\u{1d173}b', safe: 'format' },
    { name: 'a shorthand control', unsafe: 'a\u{1bca0}b', safe: 'format' },
    { name: 'a deprecated control', unsafe: 'a\u206ab', safe: 'format' },
    { name: 'an object replacement', unsafe: 'a\ufffcb', safe: 'format' },
    { name: 'an unassigned ignorable', unsafe: 'a\u{e0fff}b', safe: 'format' },
    { name: 'an unassigned special', unsafe: 'a\ufff0b', safe: 'format' },
    { name: 'an invisible plus', unsafe: 'a\u2064b', safe: 'zero-width' },
    { name: 'a notehead without ink', unsafe: 'a\u{1d159}b', safe: 'filler' },
    { name: 'a hieroglyph without ink', unsafe: 'a\u{13441}b', safe: 'filler' },
    { name: 'a hieroglyph joiner', unsafe: 'a\u{13430}b', safe: 'format' },
    { name: 'a Mongolian vowel separator', unsafe: 'a\u180eb', safe: 'zero-width' },
    { name: 'a Khmer vowel without ink', unsafe: 'ក\u17b4ខ', safe: 'format' },
    { name: 'a lone carriage return', unsafe: 'a\rb', safe: 'control' },
    { name: 'an em space', unsafe: 'a\u2003b', safe: 'blank' },
    { name: 'a mathematical space', unsafe: 'a\u205fb', safe: 'blank' },
    { name: 'a hair space', unsafe: 'a\u200ab', safe: 'blank' },
    { name: 'an Ogham blank among Latin', unsafe: 'a\u1680b', safe: 'blank' },
    { name: 'a second no-break space', unsafe: 'a\u00a0\u00a0b', safe: 'blank' },
    { name: 'a no-break space next to a blank', unsafe: 'a \u00a0b', safe: 'blank' },
    { name: 'a no-break space alone', unsafe: '\u00a0', safe: 'blank' },
    { name: 'an ideographic space among Latin', unsafe: 'a\u3000b', safe: 'blank' },
    { name: 'a wall of ideographic spaces', unsafe: '中\u3000\u3000\u3000中', safe: 'blank' },
    { name: 'a thin space between words', unsafe: 'one\u2009two', safe: 'blank' },
    { name: 'no-break spaces as bits', unsafe: 'all\u00a0the\u00a0words', safe: 'blank' },
    { name: 'a figure space between words', unsafe: 'one\u2007two', safe: 'blank' },
    {
      name: 'selectors as nibbles behind emoji',
      unsafe: '😀\ufe00😀\ufe0d😀\ufe05',
      safe: 'variation',
    },
    { name: 'selectors as bits behind emoji', unsafe: '😀\ufe0f😀😀\ufe0f', safe: 'variation' },
    { name: 'both selectors as bits', unsafe: '😀\ufe0f😀\ufe0e', safe: 'variation' },
    { name: 'a selector behind a skin tone', unsafe: '👍🏽\ufe0f', safe: 'variation' },
    { name: 'a selector behind a flag', unsafe: '🇩🇪\ufe0f', safe: 'variation' },
    { name: 'a selector without its keycap', unsafe: '1\ufe0f', safe: 'variation' },
    {
      name: 'selectors behind many ideographs',
      unsafe: '日\u{e0101}本\u{e0105}語\u{e0103}',
      safe: 'variation',
    },
    { name: 'a selector of no ideograph’s form', unsafe: '日\ufe00', safe: 'variation' },
    { name: 'a selector behind an ASCII operator', unsafe: 'a+\ufe00b', safe: 'variation' },
    { name: 'joiners between any emoji', unsafe: '😀\u200d😀', safe: 'zero-width' },
    { name: 'a chain of people', unsafe: '👨\u200d'.repeat(5) + '👨', safe: 'zero-width' },
    { name: 'a joiner at a word’s end in Arabic', unsafe: 'كتاب\u200d و', safe: 'zero-width' },
    { name: 'a joiner inside an Arabic word', unsafe: 'كت\u200dاب', safe: 'zero-width' },
    { name: 'a joiner between Hindi letters', unsafe: 'कम\u200dल', safe: 'zero-width' },
    { name: 'a non-joiner between Hindi letters', unsafe: 'कम\u200cल', safe: 'zero-width' },
    {
      name: 'a non-joiner behind every Persian letter',
      unsafe: [...'سلامدنیا'].join('\u200c'),
      safe: 'zero-width',
    },
    { name: 'a direction mark between Hebrew letters', unsafe: 'של\u200fום', safe: 'bidi' },
    { name: 'a direction mark between Hebrew words', unsafe: 'שלום\u200e עולם', safe: 'bidi' },
    {
      name: 'direction marks as bits next to Hebrew',
      unsafe: 'א,\u200e.\u200f,\u200f.\u200e',
      safe: 'bidi',
    },
    { name: 'two direction marks', unsafe: 'אב\u200e\u200e (C)', safe: 'bidi' },
    {
      name: 'the tags of another region',
      unsafe: '\u{1f3f4}\u{e0075}\u{e0073}\u{e0074}\u{e0078}\u{e007f}',
      safe: 'tag',
    },
    {
      name: 'tags behind a nation’s flag',
      unsafe: '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}\u{e0061}',
      safe: 'tag',
    },
    { name: 'a stack of marks', unsafe: 'a' + '\u0301'.repeat(7), safe: 'combining' },
    { name: 'a stack of enclosing marks', unsafe: 'a' + '\u0489'.repeat(7), safe: 'combining' },
    { name: 'a stack of Thai marks', unsafe: 'ก' + '\u0e47'.repeat(30), safe: 'combining' },
    { name: 'a stack of Tibetan marks', unsafe: 'ཀ' + '\u0f71'.repeat(11), safe: 'combining' },
  ])('such as $name is revealed', ({ unsafe, safe }) => {
    const kinds = revealHidden(unsafe).flatMap((one) => ('hidden' in one ? [one.hidden] : []))
    expect(kinds.at(0)).toBe(safe)
  })

  it.each([
    { name: 'a family', text: '👩‍👩‍👧‍👦 and 🧑🏽‍🦱 and 👁️‍🗨️ and ❤️‍🔥' },
    { name: 'flags', text: '🇩🇪 🏳️‍🌈 🏴‍☠️' },
    { name: 'the flags of England, Scotland and Wales', text: '🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿' },
    { name: 'keycaps and presentation', text: '1️⃣ #️⃣ ☎︎ ©️' },
    { name: 'Persian', text: 'می‌خواهم کتاب‌ها را بخوانم' },
    { name: 'Hindi', text: 'क्‍ष और क्‌ष' },
    { name: 'Sinhala', text: 'ශ්‍රී ලංකාව' },
    { name: 'Malayalam', text: 'അവന്‍ വന്നു' },
    { name: 'Arabic with a mark', text: 'مرحبا\u200f (C++) عالم' },
    { name: 'Hebrew with a mark', text: 'שלום\u200e 123' },
    { name: 'Han variants', text: '葛󠄀城' },
    { name: 'French blanks and Japanese ones', text: 'Quoi\u00a0? À\u202f10\u3000日本' },
    { name: 'tabs and line breaks', text: 'a\tb\nc' },
  ])('is not what $name need', ({ text }) => {
    expect(revealHidden(text)).toEqual([{ text }])
  })

  it('is no reason to leave more of it hidden', () => {
    const marks = [...'\u200c\u200d\u061c\u180b\u180e\u200e\u17b4\ufe0f']
    const pairs = marks.flatMap((one) => marks.map((two) => one + two))
    const unsafe = pairs.flatMap((one) => pairs.map((two) => `a${one}${two}b`))
    const seen = unsafe.filter((text) =>
      revealHidden(text).some((part) => 'text' in part && !/^[ab]$/.test(part.text)),
    )
    expect(seen).toEqual([])
  })

  it('is marked in prose, code and link text', () => {
    const mark = '<span dataMarkedChar=U+200B title=ZERO WIDTH SPACE>U+200B</span>'
    expect(draw('a\u200b `b\u200b` [c\u200b](#d)')).toBe(
      `<p>a${mark} <code>b${mark}</code> <a href=#glovebox-d>c${mark}</a></p>`,
    )
  })

  it('shows an escape sequence: what follows the escape is text', () => {
    expect(draw('a\u001b[31mb')).toBe(
      '<p>a<span dataMarkedChar=U+001B title=ESCAPE>U+001B</span>[31mb</p>',
    )
  })

  it('is an unusual blank in code, where a copied command would break', () => {
    const mark = '<span dataMarkedChar=U+00A0 title=NO-BREAK SPACE>U+00A0</span>'
    expect([draw('a\u00a0b `a\u00a0b`'), draw('    a\u00a0b')]).toEqual([
      `<p>a\u00a0b <code>a${mark}b</code></p>`,
      `<pre><code>a${mark}b</code></pre>`,
    ])
  })

  it('says its name to who does not see it', () => {
    const [paragraph] = toSafeTree('\u202e').children
    expect(paragraph?.type === 'element' && paragraph.children).toMatchObject([
      { properties: { role: 'img', ariaLabel: 'U+202E RIGHT-TO-LEFT OVERRIDE', dir: 'ltr' } },
    ])
  })

  it('is what is too much in a stack of marks, and one mark with its count', () => {
    const title = 'COMBINING MARK (94)'
    expect(draw('a' + '\u0301'.repeat(100) + 'b')).toBe(
      `<p>a${'\u0301'.repeat(6)}<span dataMarkedChar=U+0301 dataMarkedCount=94 title=${title}>` +
        'U+0301 ×94</span>b</p>',
    )
  })

  it('does not begin a new stack of marks', () => {
    const unsafe = 'a' + '\u0301\u0301\u0301\u200b'.repeat(3)
    const policy = definePolicy({ hidden: 'remove' })
    expect(draw(unsafe, policy)).toBe(`<p>a${'\u0301'.repeat(6)}</p>`)
  })

  it('leaves a blank where an unusual one is removed', () => {
    expect(draw('a\u2003b', definePolicy({ hidden: 'remove' }))).toBe('<p>a b</p>')
  })

  it('in a long run is one mark with its count', () => {
    expect(draw('a' + '\u{e0041}'.repeat(40))).toBe(
      '<p>a<span dataMarkedChar=U+E0041 dataMarkedCount=40 title=TAG A (40)>U+E0041 ×40</span></p>',
    )
  })

  it('can be removed, and is still reported', () => {
    const policy = definePolicy({ hidden: 'remove' })
    expect([draw('a\u202eb', policy), findingsOf('a\u202eb', policy)]).toEqual([
      '<p>ab</p>',
      ['hidden-text bidi'],
    ])
  })

  it('does not cover a deceptive link', () => {
    expect(findingsOf('[ba\u200bnk.com](https://evil.test)')).toContain('deceptive-link host')
  })
})
