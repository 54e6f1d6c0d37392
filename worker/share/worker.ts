// A worker that opens one link or file and is thrown away: whatever is in there cannot reach the page or its data.
import { answerOnce } from '../throw-away-worker.ts'
import { fromFile } from './file.ts'
import { fromFragment } from './link.ts'

answerOnce('LINK:BROKEN', (request: { fragment: string } | { file: string }) =>
  'fragment' in request ? fromFragment(request.fragment) : fromFile(request.file),
)
