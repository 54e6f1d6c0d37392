// `weft --help`: every command says its own lines.
import { write } from '../headless/command-line.ts'

const texts = import.meta.glob<string>('./*.ts', { import: 'help' })

export const help = 'weft help                       this text; weft --version prints the version'

export default async function showHelp(): Promise<number> {
  const all = await Promise.all(Object.values(texts).map((load) => load()))
  await write(
    process.stdout,
    `Weft: integration flows in the browser and headless.\n\n${all.filter(Boolean).join('\n\n')}\n`,
  )
  return 0
}
