/** Tells whether a `Host` header names this machine; any other means that a foreign name was pointed at it (DNS rebinding). */
export function isLocalHost(unsafeHost: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(unsafeHost ?? '')
}
