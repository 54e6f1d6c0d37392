// Short forms for writing a protocol's manifest: fields that many have, texts in both languages.
import type { Field, FaultRow, Text } from '../worker/model/definition.ts'
import type { TypeName } from '../worker/model/app.ts'

export function t(en: string, zh: string): Text {
  return { en, zh }
}

type More = Omit<Partial<Field>, 'name' | 'kind' | 'label'>

/** What a script or a text may give. */
export function value(name: string, label: Text, type?: TypeName, more: More = {}): Field {
  return { name, kind: 'value', label, ...(type && { type }), ...more }
}
/** A value that has to be there. */
export function needed(name: string, label: Text, type?: TypeName, more: More = {}): Field {
  return value(name, label, type, { required: true, ...more })
}
export function text(name: string, label: Text, more: More = {}): Field {
  return { name, kind: 'string', label, ...more }
}
export function number(name: string, label: Text, more: More = {}): Field {
  return { name, kind: 'number', label, ...more }
}
export function flag(name: string, label: Text, standard: boolean, more: More = {}): Field {
  return { name, kind: 'boolean', label, default: standard, ...more }
}
export function choice(name: string, label: Text, options: [string, Text][], more: More = {}): Field {
  return {
    name,
    kind: 'select',
    label,
    options: options.map(([one, said]) => ({ value: one, label: said })),
    default: options[0]![0],
    ...more,
  }
}
export function secret(name: string, label: Text, more: More = {}): Field {
  return { name, kind: 'secret', label, ...more }
}
export function lines(name: string, label: Text, more: More = {}): Field {
  return { name, kind: 'lines', label, ...more }
}

export function target(port: number): Field[] {
  return [
    text('host', t('Host', '主机'), { required: true, placeholder: 'db.example.com' }),
    number('port', t('Port', '端口'), { default: port, min: 1, max: 65_535 }),
  ]
}
export const user = text('user', t('User', '用户名'))
export const password = secret('password', t('Password', '密码'))
/** What is sent or written: the payload, unless said otherwise. */
export const content = needed('content', t('Content', '内容'), undefined, {
  default: { mode: 'expression', source: 'msg.payload' },
})

/** `tls` says whether the port speaks it; the certificate is always verified. */
export const tls: Field[] = [
  flag('tls', t('TLS', 'TLS 加密'), false),
  lines('ca', t('Certificate authority', '证书颁发机构'), {
    help: t(
      'PEM, where the server’s certificate is not publicly signed.',
      '服务器证书非公开签发时填写 PEM。',
    ),
    when: { field: 'tls', is: [true] },
    advanced: true,
  }),
]

/** Of triggers: how their messages are confirmed. */
export const consumption: Field[] = [
  number('parallel', t('At once', '并行条数'), {
    help: t('1 keeps the order.', '1 表示保持顺序。'),
    default: 1,
    min: 1,
    max: 32,
    advanced: true,
  }),
  number('attempts', t('Attempts', '尝试次数'), {
    help: t('A message whose flow fails as often is rejected.', '流程失败达到此次数后，消息被拒绝。'),
    default: 5,
    min: 1,
    max: 1000,
    advanced: true,
  }),
]

/** Of triggers whose source lets one choose. */
export const confirm = choice(
  'confirm',
  t('Confirm', '确认'),
  [
    ['after', t('When the flow is done', '流程成功后')],
    ['at-once', t('At once', '立即')],
  ],
  { help: t('At once: a message whose flow fails is lost.', '立即确认时，流程失败的消息会丢失。') },
)

export function failure(code: string, when: Text, hint: Text): FaultRow {
  return { code, when, hint }
}

/** Of every protocol: the way to the relay, and from there to the target. */
export const wayFaults: FaultRow[] = [
  failure(
    'RELAY:NONE',
    t('No relay is paired with this studio.', '此工作台尚未与中继配对。'),
    t('Start one: npm run weft -- relay', '启动中继：npm run weft -- relay'),
  ),
  failure(
    'RELAY:UNREACHABLE',
    t('The relay does not answer.', '中继没有应答。'),
    t('Start it again.', '重新启动。'),
  ),
  failure(
    'EGRESS:DENIED',
    t('The relay may not connect to this target.', '中继不得连接此目标。'),
    t(
      'Its operator can allow it: weft relay --allow host:port',
      '运行者可放行：weft relay --allow host:port',
    ),
  ),
  failure(
    'CONNECT:ANY',
    t(
      'No such name, refused, too slow, no TLS, or broken off.',
      '名称不存在、被拒绝、超时、TLS 失败或连接中断。',
    ),
    t('The message says which.', '错误信息会说明具体原因。'),
  ),
]
