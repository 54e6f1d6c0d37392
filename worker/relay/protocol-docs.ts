// The docs page of an operation or trigger of a protocol, written from its manifest.
import type { Shape, Text } from '../model/definition.ts'
import type { ProtocolManifest, ProtocolOperation } from '../model/protocol-manifest.ts'

const words = {
  payload: { en: 'Payload', zh: '载荷' },
  attributes: { en: 'Attributes', zh: '属性' },
  repeat: {
    en: 'May be repeated after an unknown outcome: it does the same twice.',
    zh: '结果未知时可以重复执行：两次效果相同。',
  },
  once: {
    en: 'Look at the target before you repeat it after an unknown outcome (CONNECT:LOST, RELAY:LOST).',
    zh: '结果未知（CONNECT:LOST、RELAY:LOST）时，重复之前先查看目标。',
  },
  relay: {
    en: 'Needs the relay: `npm run weft -- relay`. `weft run` needs none.',
    zh: '需要中继：`npm run weft -- relay`。`weft run` 无需中继。',
  },
  page: {
    en: 'The page speaks it itself: no relay is needed.',
    zh: '由页面直接完成，无需中继。',
  },
  acknowledged: {
    en: 'A message is confirmed at its source when its flow is done; when the flow fails it comes again, up to the number of attempts, and is then rejected.',
    zh: '流程完成后才向来源确认消息；流程失败时消息会再次到达，达到尝试次数后被拒绝。',
  },
  source: { en: 'Source', zh: '来源' },
} satisfies Record<string, Text>

/** Markdown in one language. */
export function docsOf(
  { label, docs, tested, runs }: ProtocolManifest,
  operation: ProtocolOperation,
  language: keyof Text,
  isTrigger = false,
): string {
  const said = (name: keyof typeof words): string => words[name][language]
  const { gives, attributes, output, repeatable, example } = operation
  return [
    `# ${label[language]}: ${operation.label[language]}`,
    operation.summary[language],
    `**${said('payload')}**: ${gives[language]}${output ? ` \`${shapeText(output)}\`` : ''}`,
    ...(attributes ? [`**${said('attributes')}**: \`${shapeText(attributes)}\``] : []),
    ...(example
      ? ['```\n' + JSON.stringify(example.arguments) + '\n→ ' + JSON.stringify(example.result) + '\n```']
      : []),
    isTrigger ? said('acknowledged') : repeatable ? said('repeat') : said('once'),
    said(runs === 'page' ? 'page' : 'relay'),
    `${tested[language]} ${said('source')}: ${docs}`,
  ].join('\n\n')
}

/** `{"rowsAffected": int}`, `[str]`. */
function shapeText(shape: Shape): string {
  if (shape.type === 'list' && 'items' in shape) return `[${shapeText(shape.items)}]`
  if (shape.type !== 'dict' || !('fields' in shape)) return shape.type
  const fields = Object.entries(shape.fields).map(([name, one]) => `${name}: ${shapeText(one)}`)
  return fields.length === 0 ? 'dict' : `{${fields.join(', ')}}`
}
