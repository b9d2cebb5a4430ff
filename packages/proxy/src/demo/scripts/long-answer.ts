import type { DemoScript } from '../script.js'

const text = `# A small bakery, day by day

A small bakery is less a shop than a **timetable with an oven in it**. Almost everything that
goes wrong at seven in the morning was decided at four the afternoon before. So let us start
with the clock, and only then talk about flour and money.

## The night before

Bread that rises slowly tastes better and, just as usefully, *waits* for you. Mix in the
afternoon, shape in the evening, and let the cold do the work while you sleep.[^cold]

1. **16:00, mix.** Flour, water, and the starter you fed at noon.
   - Weigh everything. Cups are for tea.
   - Keep a tenth of the water back; add it with the salt.
2. **17:00, fold.** Four times, half an hour apart.
   - After the last fold the dough should:
     - hold its shape for a few seconds,
     - stretch without tearing,
     - smell of yoghurt, not of vinegar.
3. **19:30, shape and chill.** Baskets into the cold room at 4 °C.

> If the dough and the clock disagree, believe the dough.

## Bakers' percentages

Every recipe is written relative to the flour, which is always 100 %. That makes scaling a
matter of one multiplication:

\`\`\`js
const formula = { flour: 1, water: 0.72, starter: 0.2, salt: 0.021 }

function scale(loaves, gramsEach = 900) {
  const total = Object.values(formula).reduce((sum, part) => sum + part, 0)
  const flour = (loaves * gramsEach) / total
  return Object.fromEntries(
    Object.entries(formula).map(([name, part]) => [name, Math.round(flour * part)]),
  )
}

scale(24) // { flour: 11128, water: 8012, starter: 2226, salt: 234 }
\`\`\`

Change \`water\` to \`0.68\` for the first week: a drier dough forgives beginners.

## What to sell

Five good things beat fifteen fair ones. A first counter could look like this:

| Product        | Made per day | Cost each | Price | Left at closing |
| :------------- | -----------: | --------: | ----: | :-------------: |
| Country loaf   |           24 |      1.10 |  5.20 |        2        |
| Seeded rye     |           12 |      1.45 |  5.80 |        1        |
| Butter croissant |         40 |      0.62 |  2.40 |        3        |
| Cardamom bun   |           30 |      0.58 |  2.60 |        0        |
| Soup of the day |          15 |      1.30 |  6.50 |        1        |

The last column is the one to watch. Nothing left at noon means you turn people away;
~~a full shelf~~ a half-full shelf at six means you bake for the bin.

## The first month

- [x] Find a miller who answers the telephone
- [x] Bake the same loaf thirty times
- [ ] Write the allergen list and hang it where people can read it
- [ ] Ask ten regulars what they *would have* bought

Two things to read on a quiet afternoon: the [guide to sourdough][guide] and the
[notes on opening hours](https://bakery.example/opening-hours). Both are short.

---

Start smaller than you think you should. A queue in front of twelve loaves is the best
advertisement there is, and it costs nothing.[^queue]

[guide]: https://bread.example/sourdough "Sourdough, slowly"

[^cold]: Between 12 and 18 hours at 4 °C. Beyond that the crust goes red and sour.

[^queue]: It costs patience. Offer those who wait a corner of yesterday's bun.
`

/** A long answer with headings, code, a table, nested lists, footnotes and links. */
export const longAnswer: DemoScript = {
  name: 'long-answer',
  title: 'A long answer',
  prompt: 'How do I run a small bakery?',
  kind: 'answer',
  reply: { type: 'message', blocks: [{ type: 'text', parts: [text] }] },
}
