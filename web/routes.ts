// Addresses of the studio's screens, all in the fragment: a static host needs no rewriting, and a link tells no server.
import { isShareFragment } from '../worker/share/fragment.ts'

export type Route =
  | { screen: 'home' }
  | { screen: 'editor'; app: string; flow?: string; step?: string }
  | { screen: 'shared'; fragment: string }
  | { screen: 'missing'; address: string }

export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '')
  if (text === '' || text === '/') return { screen: 'home' }
  if (isShareFragment(text)) return { screen: 'shared', fragment: text }
  const [path, query] = text.split('?', 2)
  const editor = /^\/app\/([0-9a-z]{1,32})(?:\/([0-9a-z]{1,32}))?$/.exec(path!)
  if (!editor) return { screen: 'missing', address: text.slice(0, 200) }
  const step = new URLSearchParams(query).get('step') ?? undefined
  return { screen: 'editor', app: editor[1]!, flow: editor[2], step }
}

export const homeAddress = '#/'

export function editorAddress(app: string, flow?: string, step?: string): string {
  return `#/app/${app}${flow ? `/${flow}` : ''}${step ? `?step=${step}` : ''}`
}

export function goTo(address: string): void {
  location.hash = address
}
