// AS2 (RFC 4130): messages between businesses over HTTP, signed, encrypted, compressed, each with its receipt.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { Field, Shape } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, content, failure, flag, lines, needed, number, password, secret, t, text, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const str: Shape = { type: 'str' }
const receipt: Shape = {
  type: 'dict',
  fields: {
    messageId: str,
    mic: str,
    disposition: str,
    receivedMic: str,
    signed: { type: 'bool' },
    text: str,
  },
}
const headers: Field = needed('headers', t('Headers', '头部'), undefined, {
  help: t('Of the request, as an HTTP Listener has them.', '请求的头部，即 HTTP Listener 的头部。'),
  default: { mode: 'expression', source: "msg.attrs['headers']" },
})
const body: Field = needed('body', t('Body', '正文'), undefined, {
  default: { mode: 'expression', source: 'msg.payload' },
})

const manifest: ProtocolManifest = {
  id: 'as2',
  label: componentLabel('AS2'),
  summary: t(
    'Business documents over HTTP: signed, encrypted, compressed, with a receipt.',
    '通过 HTTP 交换业务单据：签名、加密、压缩，并带回执。',
  ),
  icon: 'file-badge',
  keywords: 'as2 edi edifact x12 mdn receipt b2b 单据 回执 签名',
  docs: 'rfc-editor.org/rfc/rfc4130',
  tested: t(
    'Tried with openssl as the other side; not tested against another AS2 product, and compression against this one alone.',
    '已以 openssl 作为对方测试；未对照其他 AS2 产品，压缩仅与自身互通测试。',
  ),
  shares: true,
  target: 'url',
  fields: [
    text('url', t('Address of the partner', '对方地址'), {
      required: true,
      placeholder: 'https://partner.example.com/as2',
    }),
    text('from', t('Our name (AS2-From)', '我方标识（AS2-From）'), { required: true }),
    text('to', t('The partner’s name (AS2-To)', '对方标识（AS2-To）'), { required: true }),
    lines('certificate', t('Our certificate', '我方证书'), {
      help: t('PEM; the partner checks our signatures with it.', 'PEM；对方用它验证我方签名。'),
    }),
    secret('privateKey', t('Our private key', '我方私钥'), {
      help: t('PEM; signs, and opens what is encrypted for us.', 'PEM；用于签名与解密。'),
    }),
    secret('passphrase', t('Passphrase of the key', '私钥口令'), { advanced: true }),
    lines('partnerCertificate', t('The partner’s certificate', '对方证书'), {
      help: t('PEM; only signatures of this one hold.', 'PEM；仅承认此证书的签名。'),
    }),
    { ...user, advanced: true },
    { ...password, advanced: true },
    lines('ca', t('Certificate authority', '证书颁发机构'), {
      help: t(
        'PEM, where the server’s certificate is not publicly signed.',
        '服务器证书非公开签发时填写 PEM。',
      ),
      advanced: true,
    }),
  ],
  faults: [
    failure(
      'HTTP:URL',
      t('The address is none for HTTP.', '地址不是有效的 HTTP 地址。'),
      t('Write https://host/path.', '填写 https://host/path。'),
    ),
    failure(
      'AS2:CERTIFICATE',
      t('A certificate or key is missing, or cannot be read.', '缺少证书或密钥，或无法读取。'),
      t('Paste PEM texts into the connection.', '在连接中粘贴 PEM 文本。'),
    ),
    failure(
      'AS2:STATUS',
      t('The partner answered with an HTTP error.', '对方返回 HTTP 错误。'),
      t('The message has its status.', '错误信息中有状态码。'),
    ),
    failure(
      'AS2:RECEIPT',
      t('There is no receipt, or it is of another message.', '没有回执，或回执属于其他消息。'),
      t('Whether the message was processed is not known: ask the partner.', '消息是否已处理未知：询问对方。'),
    ),
    failure(
      'AS2:DISPOSITION',
      t('The partner could not process the message.', '对方无法处理消息。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    failure(
      'AS2:MIC',
      t('The partner received something else than was sent.', '对方收到的内容与发送的不同。'),
      t('Nothing on the way may change the message.', '传输途中不得更改消息。'),
    ),
    failure(
      'AS2:SIGNATURE',
      t('A signature is not the partner’s, or the message was changed.', '签名不是对方的，或消息被更改。'),
      t('Check the partner’s certificate.', '检查对方证书。'),
    ),
    failure(
      'AS2:DECRYPT',
      t('A message cannot be decrypted.', '无法解密消息。'),
      t('Check that the partner has our certificate.', '确认对方持有我方证书。'),
    ),
    failure(
      'AS2:COMPRESSION',
      t('A message cannot be decompressed.', '无法解压消息。'),
      t('It may have been cut.', '消息可能被截断。'),
    ),
    failure(
      'AS2:PARTNER',
      t('A message is from, or for, somebody else.', '消息的发送方或接收方不符。'),
      t('Check both names in the connection.', '检查连接中的双方标识。'),
    ),
    failure(
      'AS2:MIME',
      t('A message is not well formed.', '消息格式有误。'),
      t('It may have been cut.', '消息可能被截断。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'send',
      label: t('Send', '发送'),
      summary: t('Sends a document, and checks the receipt.', '发送单据并核对回执。'),
      fields: [
        content,
        text('contentType', t('Content type', '内容类型'), {
          help: t('Empty: that of the content.', '留空：使用内容自身的类型。'),
          placeholder: 'application/edifact',
        }),
        value('fileName', t('File name', '文件名'), 'str', { advanced: true }),
        value('subject', t('Subject', '主题'), 'str', { advanced: true }),
        choice('sign', t('Sign', '签名'), [
          ['sha256', t('SHA-256', 'SHA-256')],
          ['sha384', t('SHA-384', 'SHA-384')],
          ['sha512', t('SHA-512', 'SHA-512')],
          ['sha1', t('SHA-1', 'SHA-1')],
          ['none', t('No', '否')],
        ]),
        choice('encrypt', t('Encrypt', '加密'), [
          ['aes-256-cbc', t('AES-256', 'AES-256')],
          ['aes-192-cbc', t('AES-192', 'AES-192')],
          ['aes-128-cbc', t('AES-128', 'AES-128')],
          ['des-ede3-cbc', t('Triple DES', '三重 DES')],
          ['none', t('No', '否')],
        ]),
        flag('compress', t('Compress', '压缩'), false),
        choice('receipt', t('Receipt (MDN)', '回执（MDN）'), [
          ['sync', t('In the answer', '同步')],
          ['async', t('Later, to an address', '异步')],
          ['none', t('None', '无')],
        ]),
        flag('signedReceipt', t('Signed receipt', '签名回执'), true, {
          when: { field: 'receipt', is: ['sync', 'async'] },
        }),
        needed('receiptUrl', t('Address for the receipt', '回执地址'), 'str', {
          when: { field: 'receipt', is: ['async'] },
        }),
        value('messageId', t('Message id', '消息标识'), 'str', {
          help: t(
            'Empty: a new one. The same again is the same message.',
            '留空则新建；相同标识视为同一消息。',
          ),
          advanced: true,
        }),
        number('timeout', t('Answer within', '应答超时'), {
          default: 60,
          min: 1,
          max: 600,
          unit: t('s', '秒'),
          advanced: true,
        }),
      ],
      output: receipt,
      gives: t(
        'messageId and mic of what was sent; disposition, receivedMic, signed, text of the receipt.',
        '已发送消息的 messageId 与 mic；回执的 disposition、receivedMic、signed、text。',
      ),
    },
    {
      id: 'receive',
      label: t('Open message', '打开消息'),
      summary: t(
        'Decrypts, decompresses and checks a message that an HTTP Listener took.',
        '对 HTTP Listener 收到的消息解密、解压并验证。',
      ),
      repeatable: true,
      fields: [
        headers,
        body,
        flag('mustBeSigned', t('Must be signed', '必须签名'), true),
        flag('mustBeEncrypted', t('Must be encrypted', '必须加密'), false),
      ],
      output: { type: 'entity' },
      attributes: {
        type: 'dict',
        fields: {
          from: str,
          to: str,
          messageId: str,
          subject: str,
          fileName: str,
          signed: { type: 'bool' },
          encrypted: { type: 'bool' },
          compressed: { type: 'bool' },
          mic: str,
        },
      },
      gives: t('The document.', '单据。'),
    },
    {
      id: 'answer-receipt',
      label: t('Give receipt', '出具回执'),
      summary: t(
        'Makes the receipt for a message: as the answer, or sent where the partner wants it.',
        '为消息出具回执：作为应答，或发送到对方指定的地址。',
      ),
      fields: [
        headers,
        value('mic', t('MIC', 'MIC'), 'str', {
          help: t('As Open message gave it; empty where that failed.', '由“打开消息”给出；失败时留空。'),
        }),
        text('disposition', t('Disposition', '处理结果'), {
          default: 'processed',
          placeholder: 'processed/error: decryption-failed',
        }),
        value('text', t('Words', '说明'), 'str', { advanced: true }),
      ],
      output: { type: 'entity' },
      attributes: { type: 'dict', fields: { headers: { type: 'dict', fields: {} }, sent: { type: 'bool' } } },
      gives: t(
        'The body of the answer, empty where the receipt was sent; its headers are attributes.',
        '应答正文，若回执已另行发送则为空；其头部在属性中。',
      ),
    },
    {
      id: 'check-receipt',
      label: t('Check receipt', '核对回执'),
      summary: t(
        'Compares a receipt that came later with what was sent.',
        '将稍后收到的回执与已发送的消息核对。',
      ),
      repeatable: true,
      fields: [
        headers,
        body,
        needed('messageId', t('Message id', '消息标识'), 'str'),
        needed('mic', t('MIC', 'MIC'), 'str', { help: t('Both as Send gave them.', '均由“发送”给出。') }),
        flag('signedReceipt', t('Must be signed', '必须签名'), true),
      ],
      output: receipt,
      gives: t('The same as Send.', '与“发送”相同。'),
    },
  ],
}
export default manifest
