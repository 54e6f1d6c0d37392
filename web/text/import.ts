// Words of imports and backups.
import type { Note } from '../../worker/import/found.ts'
import type { Fault } from '../../worker/model/fault.ts'
import { faultText } from './faults.ts'
import { currentLanguage, words } from './language.svelte.ts'

type Notes = Record<Note['what'], (detail: string) => string>

export const importWords = words(
  {
    title: { curl: 'Import curl commands', har: 'Import recorded requests', openapi: 'Import an API' },
    label: 'Requests',
    find: 'Find by name, method or address',
    all: 'Choose all shown',
    none: 'Choose none',
    chosen: (n: number, of: number) => `${n} of ${of} chosen`,
    answered: (status: number) => `answers ${status}`,
    asFlows:
      'A flow for each operation, with an example to run it by hand, and a test that answers as described.',
    asSteps: 'One flow with these requests in order, and a test with the recorded answers.',
    asPasted: 'One flow with these requests in order.',
    pinAnswers: 'Pin the known answers: runs from the studio call nobody until they are taken off',
    secrets: 'Passwords and tokens go into the vault of this browser, not into the app.',
    make: (n: number) => `Create an app with ${n} ${n === 1 ? 'request' : 'requests'}`,
    nothing: 'Choose a request first.',
    manual: 'Start',
    flow: 'Requests',
    test: 'As recorded',
    imported: 'Imported',
    notes: {
      option: (detail) => `${detail} has no counterpart and was left out.`,
      file: (detail) => `The file ${detail} cannot be read from here: its place is empty.`,
      cookies: () => 'Cookies of the browser were left out.',
      secret: (detail) => `${detail} looks like a secret: move it into the connection.`,
      limit: (detail) => `${detail} more were left out.`,
      reference: (detail) => `${detail} is in another document and was not read.`,
    } satisfies Notes as Notes,
    backupTitle: 'Back up and restore',
    backupText:
      'One file with every app of this browser, its versions, and the environments. Open it in any Weft, or unzip it: each app is a file in it.',
    backupRuns: 'With the recorded runs',
    backupSecrets: 'Secrets stay in the vault of this browser. They are in no file.',
    backupSave: 'Save the backup',
    backupDone: (apps: number, runs: number) => `Saved ${apps} apps and ${runs} runs`,
    backupNone: 'There is no app to save yet.',
    restoreCap: 'Restore',
    restoreChoose: 'Choose a backup…',
    restoreOf: (date: string) => `Backup of ${date}`,
    restoreHas: (apps: number, runs: number) => `${apps} ${apps === 1 ? 'app' : 'apps'}, ${runs} ${runs === 1 ? 'run' : 'runs'}`, // prettier-ignore
    restoreKnown: 'Apps that are here already',
    known: {
      both: 'Keep both',
      replace: 'Replace them by those of the backup',
      skip: 'Leave them as they are',
    },
    restoreUnread: (n: number) => `${n} ${n === 1 ? 'file' : 'files'} in it could not be read`,
    restoreSafe: 'Nothing of it is published or run.',
    restore: 'Restore',
    restored: (apps: number, runs: number) => `Restored ${apps} apps and ${runs} runs`,
    restoredLabel: 'Restored from a backup',
  },
  {
    title: { curl: '导入 curl 命令', har: '导入录制的请求', openapi: '导入接口' },
    label: '请求',
    find: '按名称、方法或地址查找',
    all: '选中显示的全部',
    none: '全部不选',
    chosen: (n: number, of: number) => `已选 ${n} / ${of}`,
    answered: (status: number) => `应答 ${status}`,
    asFlows: '每个操作一条流，附有可手动运行的示例，以及按文档应答的测试。',
    asSteps: '这些请求按顺序放进一条流，并附有使用录制应答的测试。',
    asPasted: '这些请求按顺序放进一条流。',
    pinAnswers: '固定已知的应答：取消固定之前，从工作室运行不会调用外部',
    secrets: '密码与令牌存入本浏览器的密钥库，不写入应用。',
    make: (n: number) => `用 ${n} 个请求新建应用`,
    nothing: '先选择一个请求。',
    manual: '开始',
    flow: '请求',
    test: '与录制一致',
    imported: '已导入',
    notes: {
      option: (detail) => `${detail} 没有对应的设置，已略去。`,
      file: (detail) => `这里读不到文件 ${detail}，其位置留空。`,
      cookies: () => '浏览器的 Cookie 已略去。',
      secret: (detail) => `${detail} 像是密钥：移到连接里。`,
      limit: (detail) => `另有 ${detail} 个未导入。`,
      reference: (detail) => `${detail} 在另一份文档里，没有读取。`,
    } satisfies Notes as Notes,
    backupTitle: '备份与恢复',
    backupText:
      '一个文件，包含本浏览器里的全部应用、它们的版本，以及各个环境。可在任何 Weft 中打开；解压后每个应用是一个文件。',
    backupRuns: '包含运行记录',
    backupSecrets: '密钥留在本浏览器的密钥库里，不写入任何文件。',
    backupSave: '保存备份',
    backupDone: (apps: number, runs: number) => `已保存 ${apps} 个应用和 ${runs} 条运行记录`,
    backupNone: '还没有可备份的应用。',
    restoreCap: '恢复',
    restoreChoose: '选择备份文件…',
    restoreOf: (date: string) => `${date} 的备份`,
    restoreHas: (apps: number, runs: number) => `${apps} 个应用，${runs} 条运行记录`,
    restoreKnown: '这里已有的应用',
    known: { both: '两个都保留', replace: '用备份里的替换', skip: '保持不变' },
    restoreUnread: (n: number) => `其中 ${n} 个文件无法读取`,
    restoreSafe: '恢复的内容不会自动发布或运行。',
    restore: '恢复',
    restored: (apps: number, runs: number) => `已恢复 ${apps} 个应用和 ${runs} 条运行记录`,
    restoredLabel: '从备份恢复',
  },
)

const chinese: Record<string, string> = {
  'IMPORT:CURL': '没有找到带地址的 curl 命令。粘贴完整的命令。',
  'IMPORT:HAR': '这份存档里没有 HTTP 请求。打开网络面板后重新录制。',
  'IMPORT:OPENAPI': '这份文档没有描述任何操作。',
  'IMPORT:UNKNOWN': '这段文本不是应用、curl 命令、OpenAPI 文档或 HAR 存档。',
  'IMPORT:SYNTAX': '这段文本无法读取，检查是否复制完整。',
  'IMPORT:TOO_LARGE': '内容太大，超过 64 MiB。',
  'IMPORT:TIMEOUT': '读取用时太久，换小一些的部分。',
  'IMPORT:ADDRESS': '这个地址读不到内容，服务器可能不允许其他网页读取。下载文件后打开。',
  'BACKUP:FORMAT': '这个文件不是 Weft 的备份，或者缺了一部分。选择 Weft 保存的 .zip 文件。',
  'BACKUP:NEWER': '这个备份由更新版本的 Weft 制作。重新加载页面后再恢复。',
  'BACKUP:TOO_LARGE': '备份太大（解开后超过 512 MiB）。可解压后逐个打开其中的应用文件。',
  'BACKUP:TIMEOUT': '用时太久。可以不含运行记录，或关闭其他标签页后重试。',
}

export function importFaultText(fault: Fault): string {
  const said = currentLanguage() === 'zh' ? chinese[fault.code] : undefined
  return said ?? faultText(fault)
}
