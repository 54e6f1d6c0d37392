// Writes the content security policy into the built page, for static hosts that send no headers.
import type { Plugin } from 'vite'
import { metaPolicy } from './policy.ts'

export function policyInMeta(): Plugin {
  return {
    name: 'weft-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy },
        injectTo: 'head-prepend',
      },
    ],
  }
}
