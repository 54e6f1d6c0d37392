// What the server does, for Vite: the content security policy written into the built page (for hosts that send no headers),
// and the demo APIs while developing.
import type { Plugin } from 'vite'
import { answer } from './exchange.ts'
import { metaPolicy } from './policy.ts'
import type { Handler } from './server.ts'

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

/** `module` gives the handler: it is loaded by Vite, so that a change of it counts at once. */
export function mounted(prefix: string, module: string): Plugin {
  return {
    name: 'weft-mounted',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(prefix)) return next()
        server
          .ssrLoadModule(module)
          .then((loaded) => answer((loaded as { mount(): Handler }).mount(), request, response))
          .catch(next)
      })
    },
  }
}
