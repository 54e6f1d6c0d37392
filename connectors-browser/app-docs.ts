// The docs page of an operation of an application connector, written from its manifest.
import type { AppManifest, AppOperation } from '../worker/model/app-manifest.ts'
import type { Text } from '../worker/model/definition.ts'

const words = {
  calls: { en: 'Calls', zh: '调用' },
  checked: {
    vectors: {
      en: "Its signature was checked against the vendor's published vectors; the service itself was not called.",
      zh: '签名已用厂商公布的数据核对；未调用过真实服务。',
    },
    documentation: {
      en: "Written by the vendor's documentation; the service itself was not called.",
      zh: '依据厂商文档编写；未调用过真实服务。',
    },
  },
  source: { en: 'Source', zh: '来源' },
  answer: { en: 'Example', zh: '示例' },
} satisfies Record<string, Text | Record<string, Text>>

/** Markdown in one language. */
export function docsOf(manifest: AppManifest, operation: AppOperation, language: keyof Text): string {
  const { baseUrl, checked, docs, label } = manifest
  const examples = operation.examples.map((example) => {
    const shown = example.fault ?? JSON.stringify(example.result ?? example.answer.body)
    return `## ${words.answer[language]}: ${example.title[language]}\n\n\`\`\`\n${JSON.stringify(example.arguments)}\n→ ${shown}\n\`\`\``
  })
  return [
    `# ${label[language]}: ${operation.label[language]}`,
    operation.summary[language],
    `${words.calls[language]} \`${operation.method} ${baseUrl}${operation.path}\`.`,
    `${words.checked[checked][language]} ${words.source[language]}: ${docs}`,
    ...examples,
  ].join('\n\n')
}
