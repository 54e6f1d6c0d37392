// The documents of the W3C's XML conformance suite that a reader of XML 1.0, fifth edition, is given.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

interface XmlCase {
  id: string
  file: string
  wellFormed: boolean
  /** The suite leaves it to the reader whether it is an error. */
  optional: boolean
}

/** All tests that the catalogues below the folder name; not those of XML 1.1, or of earlier editions alone. */
export function xmlCases(root: string): XmlCase[] {
  const catalogues = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.xml') && !/(xml-1\.1|namespaces\/1\.1)/.test(name))
    .sort()
  const found = new Map<string, XmlCase>()
  for (const name of catalogues) {
    const text = readFileSync(join(root, name), 'latin1')
    for (const [, inside = ''] of text.matchAll(/<TEST\s([^>]*)>/g)) {
      const value = (key: string): string => new RegExp(`\\b${key}\\s*=\\s*["']([^"']*)["']`).exec(inside)?.[1] ?? ''
      const file = join(root, dirname(name), value('URI'))
      const edition = value('EDITION')
      if (!existsSync(file) || (edition && !edition.includes('5')) || value('RECOMMENDATION') === 'XML1.1') continue
      const type = value('TYPE')
      found.set(relative(root, file), {
        id: relative(root, file),
        file,
        wellFormed: type === 'valid' || type === 'invalid',
        optional: type === 'error',
      })
    }
  }
  return [...found.values()]
}

/** What says of a payload how to read it: its mark or its declaration, as a person would write it into the entity. */
export function xmlEncoding(bytes: Uint8Array): { encoding: string; text: string } {
  const two = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)
  if (two === 0xfeff || two === 0xfffe) return { encoding: 'utf-16', text: new TextDecoder(two === 0xfeff ? 'utf-16be' : 'utf-16le').decode(bytes) }
  const text = new TextDecoder('latin1').decode(bytes)
  return { encoding: /^<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(text)?.[1]?.toLowerCase() ?? 'utf-8', text }
}
