// Faults that the studio itself meets, in both languages; the English text of any other fault is its own.
import type { Fault } from '../../worker/model/fault.ts'
import { currentLanguage } from './language.svelte.ts'

const chinese: Record<string, string> = {
  'APP:SYNTAX': '这段文本不是 JSON。请打开 Weft 导出的文件。',
  'APP:FORMAT': '这个文件不是 Weft 的应用。',
  'APP:NOT_AN_APP': '这个文件不是 Weft 的应用。',
  'APP:NEWER': '这个应用由更新版本的 Weft 制作。请重新加载页面取得新版本，再打开一次。',
  'APP:BROKEN': '应用文件有损坏，无法读取。',
  'APP:TOO_LARGE': '文件太大，超过 16 MiB。',
  'APP:DEPTH': '文件嵌套太深，已拒绝。',
  'APP:UNSAFE_KEY': '文件里有不安全的键，已拒绝。',
  'APP:FIELD': '应用文件里有一处不符合格式。',
  'LINK:BROKEN': '链接打不开，可能复制时被截断了。请对方再发一次，或者发文件。',
  'LINK:NEWER': '这个链接由更新版本的 Weft 制作。请重新加载页面取得新版本，再打开一次。',
  'LINK:TOO_LARGE': '链接里的内容超过上限（解开后 1 MiB）。请改用文件。',
  'LINK:TIMEOUT': '打开链接用时太久。请对方再发一次。',
  'CLIP:FORMAT': '剪贴板里不是从 Weft 复制的步骤。',
  'STORE:FULL': '磁盘没有空间了，这次改动还没有保存。请清理后重试，或者先存为文件。',
  'STORE:CONFLICT': '应用在另一个标签页里被改动过。',
}

/** What happened and what to do next, in the current language. */
export function faultText(fault: Fault): string {
  if (currentLanguage() === 'zh' && chinese[fault.code]) return chinese[fault.code]!
  return fault.hint ? `${fault.message} ${fault.hint}` : fault.message
}
