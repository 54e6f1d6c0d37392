// A worker that reads one foreign text and is thrown away.
import { answerOnce } from '../throw-away-worker.ts'
import { readForeign } from './read.ts'

answerOnce('IMPORT:SYNTAX', ({ text, from }: { text: string; from?: string }) => readForeign(text, from))
