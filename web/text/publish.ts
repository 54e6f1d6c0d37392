// Words of publishing: triggers that run in this tab.
import { words } from './language.svelte.ts'

export const publishWords = words(
  {
    publish: 'Publish',
    published: 'Published',
    publishHint: 'Start the triggers of this version in this tab',
    again: 'Publish the present version',
    versions: 'Versions…',
    environments: 'Environments…',
    compare: 'Compare and merge…',
    stop: 'Stop its triggers',
    copyAddress: (path: string) => `Copy the address ${path}`,
    copied: 'The address was copied',
    done: 'Published: its triggers run while a tab of Weft is open',
    stopped: 'Its triggers are stopped',
    refused: (problem: string) => `Not published: ${problem}`,
    only: 'Nothing runs when every tab of Weft is closed.',
  },
  {
    publish: '发布',
    published: '已发布',
    publishHint: '在此标签页中启动这个版本的触发器',
    again: '发布当前版本',
    versions: '版本…',
    environments: '环境…',
    compare: '比较与合并…',
    stop: '停止触发器',
    copyAddress: (path: string) => `复制地址 ${path}`,
    copied: '地址已复制',
    done: '已发布：只要有一个 Weft 标签页打开，触发器就会运行',
    stopped: '触发器已停止',
    refused: (problem: string) => `未发布：${problem}`,
    only: '所有 Weft 标签页都关闭后，不会再运行。',
  },
)
