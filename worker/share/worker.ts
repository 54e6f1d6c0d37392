// A worker that opens one link or file and is thrown away: whatever is in there cannot reach the page or its data.
import { isFault, toFault } from '../model/fault.ts'
import { fromFile } from './file.ts'
import { fromFragment } from './link.ts'

Object.freeze(Object.prototype)

self.addEventListener('message', async (event: MessageEvent<{ fragment: string } | { file: string }>) => {
  try {
    const shared =
      'fragment' in event.data ? await fromFragment(event.data.fragment) : fromFile(event.data.file)
    self.postMessage({ answer: shared })
  } catch (thrown) {
    self.postMessage({ fault: isFault(thrown) ? thrown : toFault(thrown, 'LINK:BROKEN') })
  }
})

self.postMessage({ ready: true })
