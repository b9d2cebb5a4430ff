import DOMPurify from 'dompurify'
import { marked } from 'marked'

/** Without React: all of the text is parsed, sanitized and put in anew for each chunk. */
export function openAnswer(container) {
  const draw = (text) => {
    container.innerHTML = DOMPurify.sanitize(marked.parse(text))
  }
  return { write: draw, end: draw }
}
