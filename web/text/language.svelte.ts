// The studio's language: chosen by the user, else the browser's. Texts change without a reload because every read of a
// dictionary depends on `language`. A dictionary is typed: Chinese must have exactly the words English has.
import type { Text } from '../../worker/model/definition.ts'
import { readLocal, writeLocal } from '../state/local.ts'

export type Language = 'en' | 'zh'

let language = $state<Language>('en')

export function currentLanguage(): Language {
  return language
}

export function chooseLanguage(next: Language): void {
  language = next
  document.documentElement.lang = next
  writeLocal('weft-language', next)
}

/** What was chosen before, else what the browser prefers. */
export function restoreLanguage(): void {
  const kept = readLocal('weft-language')
  const wanted = navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh' : 'en'
  language = kept === 'zh' || kept === 'en' ? kept : wanted
  document.documentElement.lang = language
}

/** A text of a definition in the current language. */
export function say(text: Text): string {
  return text[language]
}

/** Words of one area in both languages; call the result inside markup or `$derived` to follow the language. */
export function words<W extends Words>(en: W, zh: Same<W>): () => W {
  return () => (language === 'zh' ? (zh as unknown as W) : en)
}

/** A word is a text or a function that makes one; groups nest. */
export interface Words {
  readonly [name: string]: string | ((...given: never[]) => string) | Words
}
/** The same names with the same parameters. */
type Same<W> = {
  [K in keyof W]: W[K] extends string
    ? string
    : W[K] extends (...given: infer P) => string
      ? (...given: P) => string
      : Same<W[K]>
}
export { type Same as SameWords }
