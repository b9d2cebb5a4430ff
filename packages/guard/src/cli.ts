#!/usr/bin/env node
import { runCli } from './runCli.js'

process.exitCode = runCli(process.argv.slice(2), {
  environment: process.env,
  folder: process.cwd(),
  out: (text) => process.stdout.write(`${text}\n`),
  screen: process.stderr,
  err: (text) => process.stderr.write(`${text}\n`),
})
