import { readCredentials } from './credentials.js'
import { maxBodyBytes } from './maxBodyBytes.js'
import { readMessagesRequest } from './messagesRequest.js'
import type { MessagesRequest } from './messagesRequest.js'
import type { DemoFailure } from './script.js'

/** A request that the API takes, or the failure that it answers. */
export type ReadResult =
  | { readonly ok: true; readonly value: MessagesRequest }
  | { readonly ok: false; readonly failure: DemoFailure }

/**
 * Reads a request in the API's order: address, credentials, size, JSON, rules. `onBody` gets each
 * body that is JSON, valid or not.
 */
export async function readRequest(
  request: Request,
  onBody: (unsafeBody: unknown) => void,
): Promise<ReadResult> {
  if (new URL(request.url).pathname !== '/v1/messages') {
    return failed(404, 'not_found_error', 'Not found')
  }
  if (request.method !== 'POST') {
    return failed(405, 'invalid_request_error', 'Method Not Allowed')
  }
  const credentials = readCredentials(request.headers)
  if (!credentials.ok) {
    return failed(credentials.status, credentials.error.type, credentials.error.message)
  }
  const bytes = await request.arrayBuffer()
  if (bytes.byteLength > maxBodyBytes) {
    return failed(413, 'request_too_large', 'Request exceeds the maximum size')
  }
  let unsafeBody: unknown
  try {
    unsafeBody = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return failed(400, 'invalid_request_error', 'The request body is not valid JSON')
  }
  onBody(unsafeBody)
  const result = readMessagesRequest(unsafeBody, credentials.version)
  return result.ok ? result : failed(400, 'invalid_request_error', result.message)
}

function failed(status: number, type: string, message: string): ReadResult {
  return { ok: false, failure: { type: 'failure', status, error: { type, message } } }
}
