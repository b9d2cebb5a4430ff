export type {
  ApiVersion,
  Caller,
  ProxyConfig,
  ProxyLimits,
  Timeouts,
  UpstreamConfig,
} from './config.js'
export {
  contentSecurityPolicy,
  type CspChanges,
  type CspDirective,
} from './contentSecurityPolicy.js'
export { createProxy } from './createProxy.js'
export type { ProxyEvent } from './event.js'
export { GloveboxProxyError, type ProxyErrorCode } from './GloveboxProxyError.js'
export { memoryStore } from './memoryStore.js'
export { recommendedHeaders } from './recommendedHeaders.js'
export type { RateStore, RateVerdict } from './store.js'
export { asToolResult, wrapUntrusted } from './wrapUntrusted.js'
