import { definePolicy, revealHidden } from '@glovebox/markdown'
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
