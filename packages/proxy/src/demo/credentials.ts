import type { DemoWireError } from './script.js'

/** The API versions that the double speaks, and the header that carries the key in each. */
const credentialHeaders: Readonly<Record<string, string>> = {
  '2023-06-01': 'x-api-key',
  '2026-10-21': 'authorization',
}

/** A request's API version, or the status and error that the API answers. */
export type CredentialsResult =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly status: 400 | 401; readonly error: DemoWireError }

/** Reads version and credential. Any non-empty key will do, but only in its version's header. */
export function readCredentials(headers: Headers): CredentialsResult {
  const version = headers.get('anthropic-version') ?? ''
  const headerName = credentialHeaders[version]
  if (headerName === undefined) {
    const message =
      version === ''
        ? 'anthropic-version: header is required'
        : 'anthropic-version: is not a valid version'
    return { ok: false, status: 400, error: { type: 'invalid_request_error', message } }
  }
  const value = headers.get(headerName) ?? ''
  if (headerName === 'authorization' ? /^Bearer \S+$/i.test(value) : value !== '') {
    return { ok: true, version }
  }
  const message = `${headerName} header is required`
  return { ok: false, status: 401, error: { type: 'authentication_error', message } }
}
