/** In an address or a header there is no prose: the prefix is enough. (`sk-SK` alone is Slovak.) */
const inPlace = /sk-ant-|^\s*sk-[\w-]{8,}|bearer\s+sk-|x-api-key/i

/** Names under which a key would travel to the Messages API itself. */
const keyHeader = /^(?:x-api-key|api-key|anthropic-.*)$/i

/** Tells whether an address carries a key, percent-encoded ones included. */
export function addressHoldsKey(address: string): boolean {
  return inPlace.test(address) || inPlace.test(decodePercent(address))
}

/** Gives the name of the first header that carries a key or exists only to carry one. */
export function findKeyHeader(headers: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(headers).find(
    ([name, value]) => keyHeader.test(name.trim()) || inPlace.test(name) || inPlace.test(value),
  )?.[0]
}

function decodePercent(address: string): string {
  return address.replace(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
