// Compress: bytes to gzip, zlib or raw deflate, and back.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

const compress: ComponentDefinition = {
  id: 'compress',
  version: 1,
  kind: 'step',
  group: 'function',
  icon: 'file-archive',
  label: componentLabel('Compress'),
  summary: {
    en: 'Packs bytes as gzip, zlib or deflate, or unpacks them.',
    zh: '以 gzip、zlib 或 deflate 压缩或解压字节。',
  },
  keywords: 'zip gzip deflate unzip 压缩 解压',
  fields: [
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'compress',
      options: [
        { value: 'compress', label: { en: 'Compress', zh: '压缩' } },
        { value: 'decompress', label: { en: 'Decompress', zh: '解压' } },
      ],
    },
    {
      name: 'format',
      kind: 'select',
      label: { en: 'Format', zh: '格式' },
      default: 'GZIP',
      options: ['GZIP', 'ZLIB', 'DEFLATE'].map((value) => ({ value, label: { en: value, zh: value } })),
    },
    {
      name: 'level',
      kind: 'select',
      label: { en: 'Level', zh: '压缩级别' },
      help: { en: '1 is fastest, 9 packs most.', zh: '1 最快，9 压缩率最高。' },
      default: 'default',
      options: [
        { value: 'default', label: { en: 'Default', zh: '默认' } },
        { value: 'none', label: { en: 'None: only wrapped', zh: '不压缩，仅封装' } },
        ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((value) => ({ value, label: { en: value, zh: value } })), // prettier-ignore
      ],
      when: { field: 'operation', is: ['compress'] },
      advanced: true,
    },
    {
      name: 'content',
      kind: 'value',
      label: { en: 'Content', zh: '内容' },
      help: { en: 'An Entity, bytes or text.', zh: 'Entity、字节或文本。' },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'mime',
      kind: 'string',
      label: { en: 'MIME type of the result', zh: '结果的 MIME 类型' },
      help: { en: 'Empty: the result is plain bytes.', zh: '留空：结果为字节。' },
      placeholder: 'application/json',
    },
  ],
  line: (step) => ({
    text: `${String(step.config['operation'] ?? 'compress')} ${String(step.config['format'] ?? 'GZIP')}`,
  }),
  pure: true,
  faults: [
    {
      code: 'CORE:COMPRESSED_DATA',
      when: { en: 'What is to be unpacked is not of this format.', zh: '要解压的内容不是该格式。' },
      hint: { en: 'Choose the format it was packed with.', zh: '选择压缩时使用的格式。' },
    },
    {
      code: 'CORE:TOO_LARGE',
      when: { en: 'The unpacked content is larger than 64 MiB.', zh: '解压后的内容超过 64 MiB。' },
      hint: { en: 'Split the content before it is packed.', zh: '在压缩前拆分内容。' },
    },
  ],
}
export default compress
