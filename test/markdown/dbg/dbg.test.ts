import { createMarkdownStream } from '@glovebox/markdown'
import { it } from 'vitest'
import { readFileSync } from 'node:fs'
it('x', () => {
  const unsafe = JSON.parse(readFileSync('/tmp/dbg.json','utf8'))
  const step = 2
  const stream = createMarkdownStream()
  let last = ''
  const show = () => JSON.stringify(stream.findings.map(f=>[f.kind,f.reason,f.block,f.excerpt].join(' ')))
  for (let at=0; at<unsafe.length; at+=step) { stream.write(unsafe.slice(at,at+step)); const now=show(); if (now!==last) console.log(JSON.stringify(unsafe.slice(Math.max(0,at-20),at+step)), now); last=now }
  stream.end(); console.log('end', show())
})
