// Words about a worker of the store that ended.
import { words } from './language.svelte.ts'

export const storeLostWords = words(
  {
    title: 'The worker that saves ended, a new one took its place',
    text: 'What was saved is read again, what was under way is saved by the new one. It probably ran out of memory.',
  },
  {
    title: '负责保存的工作线程意外结束，已由新的接替',
    text: '已保存的内容已重新读取，进行中的保存由新线程完成。可能是内存不足。',
  },
)
