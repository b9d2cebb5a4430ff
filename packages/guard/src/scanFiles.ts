import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { ScannedFile } from './createFileScan.js'
import { createFullScan } from './createFullScan.js'
import { GuardError } from './GuardError.js'
import type { Leak } from './leak.js'
import type { ScanOrder } from './scanOrder.js'
import { createSharedMemory, shareFiles, type SharedAnswer } from './shareFiles.js'

/** From so many bytes on a second thread is worth what it takes to start one. */
const leastShared = 8 * 1024 * 1024

/** Milliseconds without a new file after which the other thread counts as dead. */
const longestSilence = 120_000

/**
 * Gives the leaks in files, in their order. Much of what stands on a disk, where each file is read by its name, is shared by
 * two threads. Throws where a file cannot be read, or where the second thread did not answer.
 */
export function scanFiles(
  files: readonly ScannedFile[],
  order: ScanOrder,
  { onDisk }: { readonly onDisk: boolean },
): readonly Leak[] {
  const thread = fileURLToPath(new URL('./scanThread.js', import.meta.url))
  if (!onDisk || availableParallelism() < 2 || !existsSync(thread) || !isMuch(files)) {
    const scanFile = createFullScan(order)
    return files.flatMap((file) => scanFile(file))
  }
  return scanByTwo(files, order, thread)
}

function isMuch(files: readonly ScannedFile[]): boolean {
  let bytes = 0
  for (const { name } of files) {
    bytes += statSync(name, { throwIfNoEntry: false })?.size ?? 0
    if (bytes >= leastShared) return true
  }
  return false
}

function scanByTwo(
  files: readonly ScannedFile[],
  order: ScanOrder,
  thread: string,
): readonly Leak[] {
  const shared = createSharedMemory()
  const { port1, port2 } = new MessageChannel()
  const names = files.map(({ name }) => name)
  const worker = new Worker(thread, {
    workerData: { order, names, shared, port: port2 },
    transferList: [port2],
  })
  worker.unref()
  // A thread that cannot start takes no file; one that stops half-way is missed below.
  worker.on('error', () => undefined)

  const own = shareFiles(shared, files.length)
  const found = new Map<number, readonly Leak[]>()
  const scanFile = createFullScan(order)
  for (let index = own.take(); index !== undefined; index = own.take()) {
    const file = files[index]
    if (file !== undefined) found.set(index, scanFile(file))
  }
  if (own.close()) {
    const isEnded = own.waitForEnd(longestSilence)
    for (const [index, leaks] of answerOf(isEnded, receiveMessageOnPort(port1)?.message)) {
      found.set(index, leaks)
    }
  }
  port1.close()
  if (found.size !== files.length) throw unanswered()
  return names.flatMap((_, index) => found.get(index) ?? [])
}

function answerOf(
  isEnded: boolean,
  answer: SharedAnswer | undefined,
): Extract<SharedAnswer, { readonly leaks: unknown }>['leaks'] {
  if (!isEnded || answer === undefined) throw unanswered()
  if ('leaks' in answer) return answer.leaks
  throw new GuardError('unreadable', answer.failed)
}

function unanswered(): GuardError {
  return new GuardError('unreadable', 'Cannot check all files: the second thread did not answer')
}
