/** An answer as a model writes it. */
export interface Answer {
  readonly name: string
  readonly markdown: string
  /** Labels in the text above their definitions: until these come they are plain text. */
  readonly late?: readonly string[]
}

const prose = `
# How garbage collection works

Memory that **nobody can reach** is *garbage*. A collector finds it in two steps: it first *marks* what
is reachable, then it **sweeps** the rest. This is called ***mark and sweep***, and it is __older__ than
most of us: McCarthy wrote about it in _1960_.

The cost depends on the *live* data, not on the ~~total~~ allocated size, so a heap that is mostly dead is
cheap to collect. Some numbers: 2 * 3 * 4 = 24 pages, 5 < 7, and 100% of the roots.

## What a root is

Globals, registers and the stack\\* are roots. Names like \`gc_root_table\` or snake_case_names stay as they
are, and so do Array<string>, $5 & $$6, C# and a^2^. Weak references are **not** roots. A backslash \\\\ too.

---

*In short:* reach decides, **not** use.
`

const code = `
Use \`Array.prototype.map\` when you want a new array:

\`\`\`ts
const doubled = [1, 2, 3].map((n) => n * 2)
// **not bold**, _not italic_, [not](a link)
\`\`\`

The double backtick form \`\` a \` b \`\` quotes a backtick. With tildes:

~~~
$ ls -la | grep "^d"
> not a quote
# not a heading
~~~

    indented = True  # *code* as well
    done()

1. Run \`npm install\`.

   \`\`\`sh
   npm install --save-dev typescript
   \`\`\`

2. Run \`npx tsc\`, then read the output:

   \`\`\`
   error TS2322: Type 'string' is not assignable to type 'number'.
   \`\`\`

And that is all there is to \`tsc\`.
`

const lists = `
Here is a plan:

- **Morning**
  - coffee, *strong*
  - mail
    - answer \`urgent\` ones
    - archive the rest
- **Noon**
  1. lunch
  2. walk
     - ten minutes
     - or twenty
- **Evening**

  Read a book. Two paragraphs in an item make a list loose.

  > Quiet, please.

* another list
+ and a third

10. ten
11. eleven
    continued here
12. twelve

After the list.
`

const tasks = `
### Release checklist

- [x] Write the **changelog**
- [ ] Tag the release
  - [x] sign the tag with \`git tag -s\`
  - [ ] push it
- [ ] Publish

1. [ ] numbered task
2. [x] done task

* [ ] ~~dropped~~ task
`

const tables = `
The three options compare like this:

| Option | Speed | Price |
| :----- | :---: | ----: |
| **A** | fast | 10 |
| *B* | \`slow\` | 5 |
| C \\| D | [docs](https://example.com/docs) | 7 |

Option A wins.

| name | value |
|---|---|
x | 1
y | 2

> | in | quote |
> |----|-------|
> | a | b |

- item

  | k | v |
  |---|---|
  | 1 | 2 |
`

const links = `
See [the *official* guide](https://example.com/guide "The guide") and [RFC 9110](<https://example.com/a b>).
A bare address such as https://example.com/path?x=1 or www.example.org works, and so does <https://example.net>.
Write to <help@example.com> or me@example.com.

![A diagram of the heap](https://example.com/heap.png "Heap") shows it. An image in a link:
[![badge](https://example.com/badge.svg)](https://example.com/ci) is common.

Brackets [like these] are just text, also [this one] (with a gap), and arr[0] is code. A [link with
a line break](https://example.com/two) goes on. Wow! Not an image! [x]
`

const references = `
[guide]: https://example.com/guide "Guide"
[api]: <https://example.com/api>

Read [the guide][guide], then the [API][api]. A [guide] can be short, an ![image][api] too, and [API][] is
the same. An [unknown][nowhere] label stays.

[^note]: The note stands **above** its use here.

As said before[^note], it works[^note].
`

const late = `
The first claim[^1] needs a source, the second[^two] as well. See [the manual][m] and [m].

- An item with a note[^1]
- and one with a [link][m]

[^1]: Smith, *On things*, 2020.

    A second paragraph of it.

[^two]: Jones, \`code\` and all.

[m]: https://example.com/manual "Manual"

The end.
`

const html = `
Press <kbd>Ctrl</kbd> + <kbd>C</kbd> to copy.<br>Line two, H<sub>2</sub>O and x<sup>2</sup>.

<details>
<summary>More about it</summary>

Hidden **text** with a [link](https://example.com).

</details>

<!-- a comment nobody sees -->

A tag with attributes: <span class="a" title='b c'>words</span> and <img src="https://example.com/x.png" alt="x">.
Math such as a < b && c > d stays, and so does List<Map<string, number>>.
`

const entities = `
Tom &amp; Jerry &mdash; a classic &copy; 1940. Use &lt;b&gt; for bold, &#8364;5 or &#x20AC;5, &nbsp;and AT&T as is.

Escapes: \\*not emphasis\\*, \\[not a link\\], \\\`not code\\\`, 1\\. not a list, \\# not a heading, C:\\Temp\\me.

&quot;Quoted&quot; &hellip; R&D, a&b; &notanentity; & that is it.
`

const headings = `
A setext heading
================

Some text under it.

A second one
over two lines
------------

# ATX one
## ATX two ##
###### ATX six

Text before a rule

***

Text after it, then - a dash, + a plus and * a star.
Year 1999. It was. #hashtag and 1) nothing.
`

const cjk = `
# 垃圾回收

内存中**没有人**能够到达的对象是*垃圾*。收集器分两步：先~~扫描~~标记，再清除。

- 第一步：标记（\`mark\`）
- 第二步：清除（\`sweep\`）

| 名称 | 说明 |
|------|------|
| 标记 | 查找**可达**对象 |
| 清除 | 释放😀内存 |

> 引用：详见[文档](https://example.com/文档)。

日本語の**強調**と、한국어 *강조*. 👨‍👩‍👧 family, e\u0301 accents.
`

const quotes = `
> A quote with **bold** and a list:
>
> - one
> - two
>   continued
>
> > nested quote
> > over two lines
>
> \`\`\`js
> const a = 1
> \`\`\`
>
> — the author

Lazy quotes:

> first line
second line, lazily
third

>no space
>> deeper

Done.
`

/** Realistic answers, of every construct that models use. */
export const answers: readonly Answer[] = [
  { name: 'prose', markdown: prose },
  { name: 'code', markdown: code },
  { name: 'nested lists', markdown: lists },
  { name: 'task lists', markdown: tasks },
  { name: 'tables', markdown: tables },
  { name: 'links and images', markdown: links },
  { name: 'references', markdown: references },
  {
    name: 'late definitions',
    markdown: late,
    late: ['[^1]', '[^two]', '[the manual][m]', '[link][m]', '[m]'],
  },
  { name: 'HTML', markdown: html },
  { name: 'entities and escapes', markdown: entities },
  { name: 'headings', markdown: headings },
  { name: 'Chinese, Japanese and Korean', markdown: cjk },
  { name: 'quotes', markdown: quotes },
].map((answer) => ({ ...answer, markdown: answer.markdown.trimStart() }))
