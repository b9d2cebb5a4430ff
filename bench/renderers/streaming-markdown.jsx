import { default_renderer, parser, parser_end, parser_write } from 'streaming-markdown'

/** The other floor: straight to the DOM, neither conformant nor safe. */
export function openAnswer(container) {
  const open = parser(default_renderer(container))
  return {
    write: (_text, delta) => parser_write(open, delta),
    end: () => parser_end(open),
  }
}
