// Faults that the studio itself meets, in both languages; the English text of any other fault is its own.
import type { Fault } from '../../worker/model/fault.ts'
import { currentLanguage } from './language.svelte.ts'

const chinese: Record<string, string> = {
  'APP:SYNTAX': '这段文本不是 JSON。打开 Weft 导出的文件。',
  'APP:FORMAT': '这个文件不是 Weft 的应用。',
  'APP:NOT_AN_APP': '这个文件不是 Weft 的应用。',
  'APP:NEWER': '这个应用由更新版本的 Weft 制作。重新加载页面取得新版本，再打开一次。',
  'APP:BROKEN': '应用文件有损坏，无法读取。',
  'APP:TOO_LARGE': '文件太大，超过 16 MiB。',
  'APP:DEPTH': '文件嵌套太深，已拒绝。',
  'APP:UNSAFE_KEY': '文件里有不安全的键，已拒绝。',
  'APP:FIELD': '应用文件里有一处不符合格式。',
  'LINK:BROKEN': '链接打不开，可能复制时被截断了。请对方再发一次，或者发文件。',
  'LINK:NEWER': '这个链接由更新版本的 Weft 制作。重新加载页面取得新版本，再打开一次。',
  'LINK:TOO_LARGE': '链接里的内容超过上限（解开后 1 MiB）。改用文件。',
  'LINK:TIMEOUT': '打开链接用时太久。请对方再发一次。',
  'CLIP:FORMAT': '剪贴板里不是从 Weft 复制的步骤。',
  'VAULT:LOCKED': '密钥库已锁定。先用口令解锁。',
  'VAULT:WRONG_KEY': '口令或恢复密钥不对。再试，或者用另一种方式。',
  'VAULT:SHORT': '口令至少 12 个字符。',
  'VAULT:HOSTS':
    '这不是主机名。写成 api.example.com、*.example.com 或 localhost:8080，不要写 https:// 和路径。',
  'VAULT:LIMIT': '密钥库已满，或者这个密钥太长。',
  'VAULT:UNAVAILABLE': '这个浏览器在这里不能保存密钥。用 https 或 localhost 打开，不要用无痕窗口。',
  'VALUE:TOO_LARGE': '消息太大，不能固定为结果。手写一个较小的。',
  'TEST:NO_WHOLE_RUN': '只运行了流的一部分；测试需要整个流。运行整个流再保存。',
  'TEST:TOO_MANY': '这次运行的日志略去了一些调用外部的轮次。用较少的数据运行后再保存。',
  'STORE:FULL': '磁盘没有空间了，这次改动还没有保存。清理后重试，或者先存为文件。',
  'RUN:OUTCOME_UNKNOWN': '调用途中 Weft 被终止，无法得知它是否到达。查看对方系统后再作决定。',
  'RUN:TIME_LIMIT': '这次运行超过了流允许的时间，已停止。',
  'RUN:POISON': '这次运行多次使工作线程终止，已放弃。输入已保留，找到原因后可重新运行。',
  'RUN:NOT_UNKNOWN': '这次运行没有等待决定。',
  'RUN:ELSEWHERE': '已发布的应用在另一个标签页里运行，在那里操作。',
  'APP:NOT_PUBLISHED': '应用没有发布。先发布，再重新运行。',
  'STORE:CONFLICT': '应用在另一个标签页里被改动过。',
}

/** What happened and what to do next, in the current language. */
export function faultText(fault: Fault): string {
  if (currentLanguage() === 'zh' && chinese[fault.code]) return chinese[fault.code]!
  return fault.hint ? `${fault.message} ${fault.hint}` : fault.message
}
