// The headers that the studio is served with, and the part of them that a page can say itself in a <meta>.

/** Static `style="display: contents"` of Svelte's css wrapper, with and without its semicolon (bits-ui). */
const displayContents = "'sha256-tcbDxjMo+xKqM21aCGYbs/QAJqB7yUXC06oPWDapBgc='"
const displayContentsSemicolon = "'sha256-iaOezIDcQIoxCULa6FBKKuLUu09R7kG+Mlu+JVfU3Rw='"

const directives = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  `style-src-attr 'unsafe-hashes' ${displayContents} ${displayContentsSemicolon}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  // What a flow may call is enforced in the engine's one door by the granted hosts; a header cannot know them.
  "connect-src 'self' https: wss: http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:*",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html weft-url',
]

/** For a static host that sends no headers. A <meta> cannot say `frame-ancestors`. */
export const metaPolicy = directives.join('; ')

/** Every file of the studio gets these; a worker obeys the policy of its own script's response. */
export const studioHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...directives, "frame-ancestors 'none'"].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), local-network-access=(self), loopback-network=(self), local-network=(self)',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Origin-Agent-Cluster': '?1',
}

/** Answers of APIs (demo, hooks, relay): never a document of this origin. */
export const apiHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}
