// A worker that reads one foreign text and is thrown away.
import { isFault, toFault } from '../model/fault.ts'
import { readForeign } from './read.ts'

Object.freeze(Object.prototype)

self.addEventListener('message', async ({ data }: MessageEvent<{ text: string; from?: string }>) => {
  try {
    self.postMessage({ answer: await readForeign(data.text, data.from) })
  } catch (thrown) {
    self.postMessage({ fault: isFault(thrown) ? thrown : toFault(thrown, 'IMPORT:SYNTAX') })
  }
})

self.postMessage({ ready: true })
