// Words of the page for storage that the browser cleared: fetched when they are needed.
import { words } from './language.svelte.ts'

export const clearedWords = words(
  {
    gone: 'Apps, runs and settings of this browser are gone. Nothing was ever uploaded, so no copy is elsewhere.',
    secrets: 'Secrets are gone too: a backup does not hold them, enter them again in the connections.',
    why: 'Browsers clear sites when the disk is full, when site data is deleted, and Safari after seven days without a visit.',
    restore: 'Restore a backup',
    keep: 'Ask the browser to keep the storage',
    kept: 'The browser keeps it now until you delete it.',
    notKept: 'The browser did not promise it. Back up now and then.',
    start: 'Start again',
  },
  {
    gone: '此浏览器中的应用、运行记录和设置都没有了。它们从未上传，别处没有副本。',
    secrets: '密钥也没有了：备份不含密钥，在连接里重新填写。',
    why: '磁盘已满、删除网站数据时，浏览器会清除网站存储；Safari 在七天未访问后也会清除。',
    restore: '恢复备份',
    keep: '浏览器保留存储',
    kept: '浏览器会一直保留，直到你删除。',
    notKept: '浏览器没有答应。记得不时备份。',
    start: '重新开始',
  },
)
