// Apps that come from outside the store and go out of it: files, pasted text, links.
import type { App } from '../../worker/model/app.ts'
import { goTo } from '../routes.ts'

/** Text of a file or a link → an App that may be kept. Throws the Fault that says what is wrong with it. */
export async function appFromText(text: string): Promise<App> {
  const { openFile, openLink } = await import('../../worker/share/client.ts')
  const link = /#([ae]=.*)$/s.exec(text.trim())
  const shared = link ? await openLink(link[1]!) : await openFile(text)
  return shared.app
}

/** A link is shown first, a file is opened. True: it was a link and the studio goes there. */
export function followLink(text: string): boolean {
  const link = /^\S+#([ae]=\S+)$/.exec(text.trim()) ?? /^#?([ae]=\S+)$/.exec(text.trim())
  if (link) goTo(`#${link[1]!}`)
  return link !== null
}

export function chooseFile(accept: string): Promise<File | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.onchange = () => resolve(input.files?.[0])
    input.oncancel = () => resolve(undefined)
    input.click()
  })
}

export function download(name: string, text: string, mime = 'application/json'): void {
  downloadBlob(name, new Blob([text], { type: mime }))
}
export function downloadBlob(name: string, bytes: Blob): void {
  const url = URL.createObjectURL(bytes)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
