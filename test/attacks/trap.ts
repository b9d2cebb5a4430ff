import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A server that stands for the whole of the internet, and remembers who came. */
export interface Trap {
  readonly port: number
  /** The names that were asked for, in the clear or by a TLS greeting. */
  readonly names: () => readonly string[]
  readonly close: () => void
}

/** What the browser itself looks for, whatever page it shows. */
const browsersOwn = /(?:^|\.)(?:google|googleapis|gvt1|gstatic)\.com$/

/** Opens the trap; the browser is told that every name leads to it. */
export async function openTrap(): Promise<Trap> {
  const names: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let greeting = ''
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    socket.on('data', (chunk) => {
      greeting += chunk.toString('latin1')
      const name = nameIn(greeting)
      if (name === undefined && greeting.length < 8_192) return
      if (name === undefined || !browsersOwn.test(name)) names.push(name ?? 'somebody')
      socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    names: () => names,
    close() {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** The host of a plain request, or the name in a TLS greeting (RFC 6066, section 3). */
function nameIn(greeting: string): string | undefined {
  const host = /^host: ([^\r\n:]+)/im.exec(greeting)?.[1]
  if (host !== undefined) return host
  for (const match of greeting.matchAll(/(?=\0\0(..)(..)\0(..))/gs)) {
    const [, extension = '', list = '', length = ''] = match
    const size = numberIn(length)
    if (numberIn(extension) !== size + 5 || numberIn(list) !== size + 3) continue
    const start = match.index + 9
    if (greeting.length >= start + size) return greeting.slice(start, start + size)
  }
  return undefined
}

function numberIn(bytes: string): number {
  return bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1)
}
