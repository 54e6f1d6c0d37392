// `weft --version`: the version of this Weft.
import about from '../../package.json' with { type: 'json' }
import { write } from '../headless/command-line.ts'

export default async function version(): Promise<number> {
  await write(process.stdout, `weft ${about.version}\n`)
  return 0
}
