import { useEffect, useState } from 'react'
import * as z from 'zod'

const promptsSchema = z.array(
  z.object({
    name: z.string(),
    title: z.string(),
    prompt: z.string(),
    kind: z.enum(['answer', 'attack', 'failure']),
  }),
)

const headings = { answer: 'Answers', attack: 'Attacks', failure: 'Failures' } as const

/** Ready prompts by kind. With a real key they are asked of Claude, who may answer otherwise than the double. */
export function PromptRail({
  disabled,
  onChoose,
}: {
  readonly disabled: boolean
  readonly onChoose: (prompt: string) => void
}) {
  const [prompts, setPrompts] = useState<z.infer<typeof promptsSchema>>([])
  useEffect(() => {
    const leaving = new AbortController()
    fetch('/api/prompts', { signal: leaving.signal })
      .then(async (response) => setPrompts(promptsSchema.parse(await response.json())))
      // Without them the composer still works.
      .catch(() => {})
    return () => leaving.abort()
  }, [])

  return (
    <nav className="prompts" aria-label="Ready prompts">
      {(['answer', 'attack', 'failure'] as const).map((kind) => (
        <section key={kind} aria-labelledby={`prompts-${kind}`}>
          <h2 id={`prompts-${kind}`}>{headings[kind]}</h2>
          <ul>
            {prompts
              .filter((prompt) => prompt.kind === kind)
              .map(({ name, title, prompt }) => (
                <li key={name}>
                  <button type="button" disabled={disabled} onClick={() => onChoose(prompt)}>
                    {title}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
