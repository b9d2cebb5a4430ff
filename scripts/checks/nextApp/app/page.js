import { Ask } from './Ask.js'

// What a page gives to a component of the browser is sent along with the page.
export default function Page() {
  return <Ask hint={process.env.LEAKED_HINT ?? 'none'} />
}
