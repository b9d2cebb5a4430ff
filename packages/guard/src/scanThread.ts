import { workerData } from 'node:worker_threads'
import { createFullScan } from './createFullScan.js'
import type { Leak } from './leak.js'
import { fileChunks } from './readFolders.js'
import { shareFiles, type SharedAnswer, type SharedScan } from './shareFiles.js'

scanShared(workerData)

/** Takes files, as long as there are any, and answers with what is in them. Nothing that fails in it is lost. */
function scanShared({ order, names, shared, port }: SharedScan): void {
  const files = shareFiles(shared, names.length)
  if (!files.start()) return
  let answer: SharedAnswer
  try {
    const scanFile = createFullScan(order)
    const leaks: (readonly [number, readonly Leak[]])[] = []
    for (let index = files.take(); index !== undefined; index = files.take()) {
      const name = names[index] ?? ''
      leaks.push([index, scanFile({ name, chunks: fileChunks(name) })])
    }
    answer = { leaks }
  } catch (error) {
    answer = { failed: error instanceof Error ? error.message : 'unknown error' }
  }
  port.postMessage(answer)
  files.end()
}
