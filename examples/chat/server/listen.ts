import { once } from 'node:events'
import type { Server } from 'node:http'

/** Binds a server to 127.0.0.1 and gives its port: the preferred one, or the first free one of the twenty after it. */
export async function listen(server: Server, preferred: number): Promise<number> {
  for (let port = preferred; ; port += 1) {
    try {
      server.listen(port, '127.0.0.1')
      await once(server, 'listening')
      const address = server.address()
      return typeof address === 'object' && address !== null ? address.port : port
    } catch (error) {
      if (!isTaken(error) || port >= preferred + 20) throw error
    }
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
