// The page's side of sharing: opening hostile bytes in a throw-away worker with a deadline, and composing a link.
import { fault } from '../model/fault.ts'
import { askOnce } from '../throw-away.ts'
import { linkLimits, toFragment, type Shared } from './link.ts'
import { withoutSecrets, type SecretFields } from './secrets.ts'
import workerUrl from './worker.ts?worker&url'

export { fileName, toFile } from './file.ts'
export { linkLimits, type Blank, type Shared } from './link.ts'

/** Opens the fragment of an address. Faults: LINK:BROKEN, LINK:TOO_LARGE, LINK:NEWER, LINK:TIMEOUT. */
export function openLink(fragment: string): Promise<Shared> {
  return open({ fragment })
}
/** Opens the text of a file. Faults: APP:SYNTAX, APP:FORMAT, APP:NEWER, APP:FIELD, APP:TOO_LARGE …, LINK:…  */
export function openFile(text: string): Promise<Shared> {
  return open({ file: text })
}

/** What to share, without its secrets. `origin`: the public address that the link begins with. */
export async function composeLink(
  shared: Shared,
  secretFields: SecretFields,
  origin: string,
): Promise<{ url: string; characters: number; comfortable: boolean }> {
  const { app } = withoutSecrets(shared.app, secretFields)
  const url = `${origin.replace(/#.*$/, '')}#${await toFragment({ ...shared, app })}`
  const characters = url.length
  return { url, characters, comfortable: characters <= linkLimits.comfortable }
}

function open(request: { fragment: string } | { file: string }): Promise<Shared> {
  return askOnce<Shared>(workerUrl, request, {
    milliseconds: linkLimits.milliseconds,
    slow: fault('LINK:TIMEOUT', 'Opening this took too long.', { hint: 'Ask for it again.' }),
    broken: fault('LINK:BROKEN', 'The link could not be opened in this browser.'),
  })
}
