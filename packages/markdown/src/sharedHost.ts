/** Hosts below which anybody can have a name of their own; an excerpt of the public suffix list's private part. */
const shared: ReadonlySet<string> = new Set(
  (
    'github.io gitlab.io pages.dev workers.dev r2.dev vercel.app netlify.app web.app run.app replit.app ' +
    'ngrok.app ngrok.io fly.dev firebaseapp.com herokuapp.com appspot.com blogspot.com wordpress.com ' +
    'tumblr.com weebly.com wixsite.com sharepoint.com onrender.com trycloudflare.com amazonaws.com ' +
    'cloudfront.net azurewebsites.net azureedge.net windows.net surge.sh glitch.me repl.co notion.site ' +
    'webflow.io translate.goog'
  ).split(' '),
)

/** Second levels that a country's registry gives names below: `co.uk`, `com.au`, `or.jp`. */
const registry = /^(?:com?|org?|net?|ac|gov?|edu?|gob|nom|id|ltd|plc|sch)\.[a-z]{2}$/

/** Says whether names below a host belong to different people. */
export function isSharedHost(host: string): boolean {
  return !host.includes('.') || shared.has(host) || registry.test(host)
}
