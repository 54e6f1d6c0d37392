// Words of the small parts that every screen uses.
import { words } from './language.svelte.ts'

export const uiWords = words(
  {
    close: 'Close',
    cancel: 'Cancel',
    copy: 'Copy',
    copied: 'Copied',
    delete: 'Delete',
    rename: 'Rename',
    undo: 'Undo',
    more: 'More',
    state: {
      ok: 'ok',
      failed: 'failed',
      running: 'running',
      waiting: 'waiting',
      skipped: 'skipped',
      none: 'not yet',
      stale: 'edited since',
      warning: 'needs attention',
      mocked: 'mocked',
    },
  },
  {
    close: '关闭',
    cancel: '取消',
    copy: '复制',
    copied: '已复制',
    delete: '删除',
    rename: '重命名',
    undo: '撤销',
    more: '更多',
    state: {
      ok: '成功',
      failed: '失败',
      running: '运行中',
      waiting: '等待',
      skipped: '已跳过',
      none: '未执行',
      stale: '已改动',
      warning: '要处理',
      mocked: '模拟',
    },
  },
)
