// The one place where the page may turn an address into a script (worker, service worker): only addresses of its own origin.

interface UrlPolicy {
  createScriptURL(url: string): unknown
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): UrlPolicy
}

let policy: UrlPolicy | undefined

/** The address as `new Worker` and `register` take it under Trusted Types. Throws for a foreign origin. */
export function scriptUrl(url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory }
  policy ??= trustedTypes?.createPolicy('weft-url', { createScriptURL: ownOrigin }) ?? {
    createScriptURL: ownOrigin,
  }
  return policy.createScriptURL(url) as string
}

function ownOrigin(url: string): string {
  const full = new URL(url, location.href)
  if (full.origin !== location.origin)
    throw new TypeError(`scripts come from ${location.origin} only, not ${full.origin}`)
  return full.href
}
