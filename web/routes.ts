// Addresses of the studio's screens, all in the fragment: a static host needs no rewriting, and a link tells no server.
import { isShareFragment } from '../worker/share/fragment.ts'

export type Route =
  | { screen: 'home' }
  | { screen: 'editor'; app: string; flow?: string; step?: string; run?: string }
  | { screen: 'runs'; run?: string }
  | { screen: 'logs' }
  | { screen: 'compare'; runs: string[] }
  /** `link`: a script with its inputs, packed (playground/draft.ts). */
  | { screen: 'dataway'; link?: string }
  | { screen: 'monitor' }
  | { screen: 'docs'; page?: string }
  | { screen: 'vault' }
  | { screen: 'lessons' }
  /** One of Weft's by its name, or the id of an app that holds a lesson. */
  | { screen: 'lesson'; lesson: string }
  | { screen: 'bench' }
  | { screen: 'shared'; fragment: string }
  | { screen: 'missing'; address: string }

export function readRoute(hash: string): Route {
  const text = hash.replace(/^#/, '')
  if (text === '' || text === '/') return { screen: 'home' }
  if (isShareFragment(text)) return { screen: 'shared', fragment: text }
  const [path, query] = text.split('?', 2)
  const dataway = /^\/dataway(?:\/([\w-]{1,20000}))?$/.exec(path!)
  if (dataway) return { screen: 'dataway', link: dataway[1] }
  if (path === '/bench') return { screen: 'bench' }
  // Browsers write the brackets of `faults/HTTP:<status>` in their own way.
  const docs = /^\/docs(?:\/((?:[\w.:/<>-]|%3[CE]){1,100}))?$/.exec(path!)
  if (docs) return { screen: 'docs', page: docs[1] && decodeURIComponent(docs[1]) }
  if (path === '/lessons') return { screen: 'lessons' }
  const lesson = /^\/lesson\/([0-9a-z-]{1,32})$/.exec(path!)
  if (lesson) return { screen: 'lesson', lesson: lesson[1]! }
  if (path === '/monitor' || path === '/vault' || path === '/logs')
    return { screen: path.slice(1) as 'monitor' | 'vault' | 'logs' }
  const compare = /^\/compare\/([0-9a-z]{1,40}(?:,[0-9a-z]{1,40}){1,3})$/.exec(path!)
  if (compare) return { screen: 'compare', runs: compare[1]!.split(',') }
  const runs = /^\/runs(?:\/([0-9a-z]{1,40}))?$/.exec(path!)
  if (runs) return { screen: 'runs', run: runs[1] }
  const editor = /^\/app\/([0-9a-z]{1,32})(?:\/([0-9a-z]{1,32}))?$/.exec(path!)
  if (!editor) return { screen: 'missing', address: text.slice(0, 200) }
  const asked = new URLSearchParams(query)
  const [step, run] = [asked.get('step') ?? undefined, asked.get('run') ?? undefined]
  return { screen: 'editor', app: editor[1]!, flow: editor[2], step, run }
}

export const homeAddress = '#/'
export const datawayAddress = '#/dataway'
export const monitorAddress = '#/monitor'
export const vaultAddress = '#/vault'
export const benchAddress = '#/bench'
export const logsAddress = '#/logs'
export const lessonsAddress = '#/lessons'

/** `page`: `dataway/str.split`, `components/choice`, `faults/CORE:TYPE`. */
export function docsAddress(page?: string): string {
  return page ? `#/docs/${page}` : '#/docs'
}

export function runsAddress(run?: string): string {
  return run ? `#/runs/${run}` : '#/runs'
}

export function lessonAddress(lesson: string): string {
  return `#/lesson/${lesson}`
}

/** Two to four runs side by side. */
export function compareAddress(runs: readonly string[]): string {
  return `#/compare/${runs.join(',')}`
}

/** The editor with a past run on its canvas. */
export function pastRunAddress(app: string, flow: string, run: string): string {
  return `#/app/${app}/${flow}?run=${run}`
}

export function editorAddress(app: string, flow?: string, step?: string): string {
  return `#/app/${app}${flow ? `/${flow}` : ''}${step ? `?step=${step}` : ''}`
}

export function goTo(address: string): void {
  location.hash = address
}
