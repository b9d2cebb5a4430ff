#!/usr/bin/env node
import { once } from 'node:events'
import { runCli } from './runCli.js'

const { stdin, stdout, stderr } = process

// A reader that has seen enough, such as `head`, closes the pipe.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2)
})

process.exitCode = await runCli(process.argv.slice(2), {
  stdin,
  out: async (text) => {
    if (!stdout.write(`${text}\n`)) await once(stdout, 'drain')
  },
  screen: stderr,
})
