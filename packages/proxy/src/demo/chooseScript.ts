import type { MessagesRequest } from './messagesRequest.js'
import type { DemoScript } from './script.js'

/**
 * Gives the script that the last user text asks for, by `#name` or by its prompt (the longest
 * prompt wins), or else the fallback.
 */
export function chooseScript(
  request: MessagesRequest,
  scripts: readonly DemoScript[],
  fallback: DemoScript,
): DemoScript {
  const text = lastUserText(request)
  const names = Array.from(text.matchAll(/#([\w-]+)/g), (match) => match[1])
  const named = scripts.find((script) => names.includes(script.name))
  if (named !== undefined) return named
  const prompted = scripts.filter((script) => script.prompt !== '' && text.includes(script.prompt))
  return prompted.toSorted((a, b) => b.prompt.length - a.prompt.length)[0] ?? fallback
}

function lastUserText({ messages }: MessagesRequest): string {
  const content = messages.findLast((message) => message.role === 'user')?.content ?? ''
  if (typeof content === 'string') return content
  return content.map((block) => (typeof block['text'] === 'string' ? block['text'] : '')).join('\n')
}
