// Faults and problems of flows in words: in English as they are, in Chinese by their code, with the English original as
// detail where it says more.
import { definitions } from '../../worker/definitions.ts'
import type { Fault } from '../../worker/model/fault.ts'
import { currentLanguage } from './language.svelte.ts'

/** What happened; what more is known, in English; what to do next. */
export interface FaultWords {
  what: string
  detail?: string
  next?: string
}

interface Chinese {
  what: string
  next?: string
  /** The English original adds nothing. */
  whole?: boolean
}

const chinese: Record<string, Chinese> = {
  'CORE:TYPE': { what: '值的类型不合适。', next: '检查上一步的输出，或者先转换类型。' },
  'CORE:NO_LOOP': { what: '这一步要放在循环里。', next: '把它移到 For Each 或 While 里。' },
  'CORE:NO_FLOW': { what: '要调用的流不在这个应用里。', next: '选择另一个流。', whole: true },
  'CORE:NO_CONNECTION': { what: '这一步没有可用的连接。', next: '选择或新建一个连接。' },
  'CORE:NO_SECRET': { what: '缺少密钥的值。', next: '在连接里填写密钥。' },
  'CORE:RETRY_EXHAUSTED': {
    what: '重试次数已用完，最后一次仍然失败。',
    next: '查看原因；可以在外层用 Try 捕获。',
  },
  'CORE:CANCELLED': { what: '运行已停止。', whole: true },
  'CORE:DEPTH': { what: '嵌套太深。', next: '减少嵌套的作用域、流引用或数据层数。' },
  'CORE:RECURSION': { what: '流之间的调用太深。', next: '检查是否有流在调用自己。' },
  'CORE:FIELD': { what: '字段的值不合适。', next: '修改这个字段。' },
  'CORE:DURATION': { what: '这不是一段时长。', next: '写成数字加单位：250 ms、60 s、5 min、2 h、1 d。' },
  'CORE:ENCODING': { what: '字符编码无法识别。', next: '改用 utf-8，或在类型里写明编码。' },
  'CORE:INTERNAL': { what: 'Weft 内部出错。', next: '连同应用一起反馈。' },
  'WEFT:FILE_MISSING': { what: 'Weft 的一部分没有加载成功。', next: '检查网络后刷新页面。', whole: true },
  'VAULT:UNAVAILABLE': {
    what: '这个浏览器在此处不能保存密钥。',
    next: '通过 https 或 localhost 打开，且不要用无痕窗口。',
  },
  'VAULT:HOST': {
    what: '这个步骤的密钥不可发送到这个主机，什么都没有发送。',
    next: '在密钥库里允许这个主机，或改正地址。',
  },
  'VAULT:LIMIT': { what: '密钥太长或太多。', next: '删除不再使用的密钥。' },
  'AUTH:TOKEN': { what: '没有换到访问令牌。', next: '核对连接里的 ID 和密钥。' },
  'HTTP:TIMEOUT': {
    what: '在限定时间内没有收到完整的应答。',
    next: '增大超时时间，或者用 Until Successful 重试。',
  },
  'HTTP:UNREACHABLE': {
    what: '没有任何应答：地址不对、对方拒绝，或者不允许这个页面访问（CORS）。',
    next: '检查地址；不支持 CORS 的接口要通过 relay 访问。',
  },
  'HTTP:INCOMPLETE': { what: '应答中途断开。', next: '用 Until Successful 重试。' },
  'HTTP:TOO_LARGE': { what: '应答超过大小上限。', next: '分页读取，一次少取一些。' },
  'HTTP:NOT_GRANTED': { what: '这个应用还没有获准访问该主机。', next: '信任这个应用时再授权该主机。' },
  'HTTP:URL': { what: '地址不是有效的网址。', next: '写完整网址，或在连接里填写基础地址。' },
  'HTTP:HEADER': { what: '请求头不合法。', next: '检查请求头的名称和值。' },
  'HTTP:REDIRECTS': { what: '重定向次数太多。', next: '增大重定向上限，或直接访问最终地址。' },
  'REPLAY:DIFFERS': { what: '回放结果与记录不一致。', next: '应用或数据在记录之后有改动。' },
  'REPLAY:MISSING': { what: '记录里没有这次外部调用的结果。', next: '重新运行一次，再分享新的记录。' },
  'RUN:INTERRUPTED': { what: '运行时标签页被关闭或崩溃。', next: '需要时重新运行。', whole: true },
  'RUN:GONE': { what: '这次运行的数据已不在。', next: '重新运行一次。', whole: true },
  'DATAWAY:SYNTAX': { what: '脚本有语法错误。', next: '按提示的行列修改。' },
  'DATAWAY:TIMEOUT': { what: '脚本运行太久，已停止。', next: '检查循环是否会结束。' },
  'DATAWAY:FUEL': { what: '脚本运行太久，已停止。', next: '检查循环是否会结束。' },
  'DATAWAY:CANCELLED': { what: '脚本已停止。', whole: true },
  'DATAWAY:MEMORY': { what: '脚本用的内存太多。', next: '分批处理数据。' },
  'CRON:SYNTAX': { what: 'Cron 表达式不对。', next: '6–7 段从秒开始，5 段从分钟开始。' },
  'CRON:NEVER': { what: '这个 Cron 表达式永远不会触发。', next: '没有这样的日期，或年份已过。' },
  'CRON:ZONE': { what: '浏览器不认识这个时区。', next: '写成 Asia/Shanghai 这样的名称。' },
  'LESSON:NO_PLACE': { what: '课程提到的流、步骤或分支不在应用里。', next: '重新选择开头和答案。' },
  'LESSON:NO_TEXT': { what: '标题、正文、目标、提示或错误说明有空缺。', next: '把它填上。', whole: true },
  'LESSON:NO_TESTS': { what: '答案里没有测试，谁也过不了这一课。', next: '先给应用添加测试。', whole: true },
  'LESSON:NO_TEST': { what: '用来对比的测试不在答案里。', next: '选择另一个测试。', whole: true },
  'LESSON:SOLUTION_FAILS': { what: '答案没有通过测试。', next: '修改答案，或修改测试。' },
  'LESSON:START_PASSES': {
    what: '开头已经通过全部测试，没有可做的。',
    next: '选择一个有错的状态作为开头。',
    whole: true,
  },
  'LESSON:WRONG_PASSES': { what: '有一个错误通过了全部测试。', next: '添加能发现它的测试。' },
  'LESSON:WRONG_ALIKE': {
    what: '有一个错误与开头或另一个错误失败得一样，认不出来。',
    next: '添加能区分它们的测试。',
  },
  'APP:UNKNOWN_COMPONENT': { what: '当前 Weft 没有这个组件。', next: '删除这一步，或用更新的 Weft 打开。' },
  'APP:NEWER_COMPONENT': { what: '这个组件的版本比当前 Weft 新。', next: '用更新的 Weft 打开。' },
  'APP:TRIGGER_PLACE': { what: '触发器只能放在流的开头，开头也只能放触发器。', whole: true },
  'APP:FIELD_MISSING': { what: '必填字段没有填。', whole: true },
  'APP:FIELD_VALUE': { what: '字段的值不合适。', next: '修改这个字段。' },
  'APP:NO_CONNECTION': { what: '连接不存在或类型不对。', next: '选择或新建一个连接。' },
  'APP:BRANCHES': { what: '分支的数量或种类不对。' },
  'CORE:ONE_WORKER': { what: '分支中有不是纯计算的步骤，因此在同一工作线程内执行。' },
  'RUN:QUEUE_FULL': { what: '等待轮到的运行太多。', next: '提高应用同时运行的数量，或放慢触发。' },
  'HTTP:BUSY': { what: '等待应答的请求太多。', next: '稍后再试。' },
  'WORKER:LOST': { what: '工作线程意外结束。', next: '可能是内存不足，减少一次处理的数据。' },
  'TEST:NOT_MOCKED': { what: '测试中不会访问外部，这一步没有模拟应答。', next: '为这一步添加模拟应答。' },
  'TEST:CLOCK': { what: '测试的时间写法不对。', next: '写成 2026-11-24T08:00:00Z。' },
}

export function faultWords(fault: Pick<Fault, 'code' | 'message' | 'hint'>): FaultWords {
  if (currentLanguage() === 'en') return { what: fault.message, next: fault.hint }
  if (fault.code === 'DATAWAY:EXCEPTION') return { what: fault.message, next: scriptHint(fault.hint) }
  const known = chinese[fault.code] ?? ofStatus(fault.code) ?? ofComponent(fault.code)
  if (!known) return { what: fault.message, next: fault.hint }
  return { what: known.what, detail: known.whole ? undefined : fault.message, next: known.next ?? fault.hint }
}

/** The hints of a script's exceptions (dataway-wasm/failure.ts) in Chinese; the exception itself is Python's. */
export function scriptHint(hint?: string): string | undefined {
  return hint
    ?.replace(/^Did you mean '(.*)'\?$/, '是不是要写“$1”？')
    .replace('Return list(…) of it.', '返回 list(…)。')
    .replace(/^Put list\(…\) of it at (.*)\.$/, '在 $1 处改用 list(…)。')
}

/** What a component says of its own errors. */
function ofComponent(code: string): Chinese | undefined {
  for (const { faults } of definitions.values()) {
    const row = faults.find((one) => one.code === code)
    if (row) return { what: row.when.zh, next: row.hint.zh }
  }
  return undefined
}

/** `HTTP:422` and its like. */
function ofStatus(code: string): Chinese | undefined {
  const status = /^HTTP:([1-5]\d\d)$/.exec(code)?.[1]
  if (!status) return undefined
  if (status.startsWith('5'))
    return { what: `对方服务出错，返回 ${status}。`, next: '用 Until Successful 重试，或稍后再运行。' }
  if (status === '401' || status === '403')
    return { what: `没有权限，返回 ${status}。`, next: '检查连接里的凭据。' }
  if (status === '404') return { what: '地址不存在，返回 404。', next: '检查路径和参数。' }
  if (status === '429')
    return { what: '请求太频繁，返回 429。', next: '放慢速度，或用 Until Successful 重试。' }
  return { what: `请求未被接受，返回 ${status}。`, next: '查看应答内容并修正数据，或在外层用 Try 捕获。' }
}
