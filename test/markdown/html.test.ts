import { definePolicy } from '@glovebox/markdown'
import { describe, expect, it } from 'vitest'
import { draw, findingsOf } from './show.js'

describe('raw HTML', () => {
  it.each([
    {
      name: 'draws a tag of the subset',
      unsafe: 'a <kbd>b</kbd><br>c',
      safe: '<p>a <kbd>b</kbd><br></br>c</p>',
    },
    {
      name: 'draws markdown inside a tag',
      unsafe: '<sub>*a*</sub>',
      safe: '<p><sub><em>a</em></sub></p>',
    },
    {
      name: 'draws details with blocks',
      unsafe: '<details><summary>s</summary>\n\n- a\n\n</details>',
      safe: '<details><summary>s</summary><ul><li>a</li></ul></details>',
    },
    {
      name: 'shows a generic type as it is',
      unsafe: 'Array<string> of T<U>',
      safe: '<p>Array<string> of T<U></p>',
    },
    {
      name: 'shows an unknown tag as it is',
      unsafe: '<thinking>a</thinking>',
      safe: '<p><thinking>a</thinking></p>',
    },
    {
      name: 'shows a tag with attributes as it is',
      unsafe: '<b onclick=a>b</b>',
      safe: '<p><b onclick=a>b</b></p>',
    },
    { name: 'shows an open tag as it is', unsafe: 'a <b>b', safe: '<p>a <b>b</p>' },
    {
      name: 'shows a crossed tag as it is',
      unsafe: '<b>a<i>b</b>c</i>',
      safe: '<p><b>a<i>b</b>c</i></p>',
    },
    {
      name: 'shows a block in an inline tag as text',
      unsafe: '<b>\n\na\n\n</b>',
      safe: '<p><b></p><p>a</p><p></b></p>',
    },
    {
      name: 'shows a script as text',
      unsafe: '<script>alert(1)</script>',
      safe: '<p><script>alert(1)</script></p>',
    },
    {
      name: 'shows a style as text',
      unsafe: '<style>*{}</style>',
      safe: '<p><style>*{}</style></p>',
    },
    {
      name: 'shows a form as text',
      unsafe: '<form action=//evil.test><input name=a></form>',
      safe: '<p><form action=//evil.test><input name=a></form></p>',
    },
    {
      name: 'shows a frame in a list as text',
      unsafe: '- <iframe srcdoc=a>',
      safe: '<ul><li><iframe srcdoc=a></li></ul>',
    },
    {
      name: 'shows a clobbering id as text',
      unsafe: '<a id=getElementById name=cookie>',
      safe: '<p><a id=getElementById name=cookie></p>',
    },
    { name: 'drops a comment', unsafe: 'a<!-- b -->c', safe: '<p>ac</p>' },
    {
      name: 'shows a declaration as text',
      unsafe: 'a <!DOCTYPE html> b',
      safe: '<p>a <!DOCTYPE html> b</p>',
    },
    { name: 'shows CDATA as text', unsafe: 'a <![CDATA[b]]>', safe: '<p>a <![CDATA[b]]></p>' },
  ])('$name', ({ unsafe, safe }) => {
    expect(draw(unsafe)).toBe(safe)
  })

  it('is all text where the policy says so', () => {
    expect(draw('<b>a</b><!-- c -->', definePolicy({ html: 'text' }))).toBe(
      '<p><b>a</b><!-- c --></p>',
    )
  })

  it('is reported when it is an attempt, not when it is a word', () => {
    const unsafe = 'Array<string> <thinking> <b>a</b> <svg onload=a>'
    expect(findingsOf(unsafe)).toEqual(['html tag'])
  })
})
