import type { MiddlewareHandler } from 'hono'

/** Everything comes from here: no inline style or script, no foreign host. WebAssembly is the QR reader. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

const always = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
}

export function securityHeaders(origin: string): MiddlewareHandler {
  const headers = new Headers(always)
  if (origin.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000')
  return async (context, next) => {
    await next()
    for (const [name, value] of headers) if (!context.res.headers.has(name)) context.header(name, value)
  }
}
