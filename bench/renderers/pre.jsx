/** The floor: what React itself costs for text that grows. */
export function Answer({ text }) {
  return <pre>{text}</pre>
}
