// Crypto: encrypts, decrypts, signs and checks signatures.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition, Field } from '../../model/definition.ts'

const symmetric = ['AES', 'DES', '3DES']
const options = (...values: [value: string, en: string, zh: string][]): Field['options'] =>
  values.map(([value, en, zh]) => ({ value, label: { en, zh } }))
const ofCipher = { field: 'algorithm', is: symmetric }
const ofPassword = { field: 'keySource', is: ['PBKDF2'] }

const crypto: ComponentDefinition = {
  id: 'crypto',
  version: 1,
  kind: 'step',
  group: 'function',
  icon: 'lock-keyhole',
  label: componentLabel('Crypto'),
  summary: {
    en: 'Encrypts and decrypts bytes, signs them and checks signatures.',
    zh: '加密、解密字节，签名并校验签名。',
  },
  keywords: 'AES DES RSA PGP GPG OpenPGP encrypt decrypt sign cipher 加密解密 加密 解密 签名 验签',
  fields: [
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'encrypt',
      options: options(['encrypt', 'Encrypt', '加密'], ['decrypt', 'Decrypt', '解密'], ['sign', 'Sign', '签名'], ['verify', 'Check a signature', '验签']), // prettier-ignore
    },
    {
      name: 'algorithm',
      kind: 'select',
      label: { en: 'Algorithm', zh: '算法' },
      default: 'AES',
      options: options(['AES', 'AES', 'AES'], ['DES', 'DES (weak)', 'DES（弱）'], ['3DES', '3DES (weak)', '3DES（弱）'], ['RSA', 'RSA', 'RSA'], ['PGP', 'PGP', 'PGP']), // prettier-ignore
      when: { field: 'operation', is: ['encrypt', 'decrypt'] },
    },
    {
      name: 'signatureAlgorithm',
      kind: 'select',
      label: { en: 'Algorithm', zh: '算法' },
      default: 'RSA',
      options: options(['RSA', 'RSA', 'RSA'], ['PGP', 'PGP', 'PGP']),
      when: { field: 'operation', is: ['sign', 'verify'] },
    },
    {
      name: 'pgpCipher',
      kind: 'select',
      label: { en: 'Cipher of PGP', zh: 'PGP 加密算法' },
      help: {
        en: 'A message says itself how it is encrypted: only to encrypt.',
        zh: '仅用于加密；解密时以消息自身为准。',
      },
      default: 'AES128',
      options: options(['AES128', 'AES 128', 'AES 128'], ['AES192', 'AES 192', 'AES 192'], ['AES256', 'AES 256', 'AES 256'], ['3DES', '3DES (weak)', '3DES（弱）'], ['CAST5', 'CAST5 (weak)', 'CAST5（弱）']), // prettier-ignore
      when: { field: 'algorithm', is: ['PGP'] },
    },
    {
      name: 'content',
      kind: 'value',
      label: { en: 'Content', zh: '内容' },
      help: { en: 'An Entity, bytes or text.', zh: 'Entity、字节或文本。' },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    {
      name: 'key',
      kind: 'value',
      type: 'str',
      label: { en: 'Key or password', zh: '密钥或密码' },
      help: {
        en: 'RSA: PEM, PGP: an armored key; the public key (RSA: or a certificate) to encrypt and check, the private key to decrypt and sign.',
        zh: 'RSA：PEM 格式；PGP：ASCII 封装的密钥。加密和验签用公钥（RSA 也可用证书），解密和签名用私钥。',
      },
      required: true,
    },
    {
      name: 'passphrase',
      kind: 'value',
      type: 'str',
      label: { en: 'Passphrase of the PGP key', zh: 'PGP 密钥口令' },
      help: { en: 'Empty: the private key has none.', zh: '留空：私钥没有口令。' },
      advanced: true,
    },
    {
      name: 'signature',
      kind: 'value',
      label: { en: 'Signature', zh: '签名值' },
      required: true,
      when: { field: 'operation', is: ['verify'] },
    },
    {
      name: 'mode',
      kind: 'select',
      label: { en: 'Mode', zh: '模式' },
      default: 'CBC',
      options: options(['CBC', 'CBC', 'CBC'], ['GCM', 'GCM (AES only, cannot be changed unnoticed)', 'GCM（仅 AES，可防篡改）'], ['ECB', 'ECB (weak)', 'ECB（弱）']), // prettier-ignore
      when: ofCipher,
    },
    {
      name: 'padding',
      kind: 'select',
      label: { en: 'Padding', zh: '填充' },
      default: 'PKCS5',
      options: options(['PKCS5', 'PKCS5', 'PKCS5'], ['PKCS7', 'PKCS7', 'PKCS7'], ['ZERO', 'Zeros', '补零'], ['NO', 'None', '无']), // prettier-ignore
      when: ofCipher,
    },
    {
      name: 'iv',
      kind: 'value',
      modes: ['expression', 'code'],
      label: { en: 'Initialization vector', zh: '初始向量' },
      help: {
        en: 'Bytes. Empty: a new one for each message, which stands before the encrypted content.',
        zh: '字节。留空：每条消息随机生成，并置于密文之前。',
      },
      when: ofCipher,
    },
    {
      name: 'keySource',
      kind: 'select',
      label: { en: 'The key is', zh: '密钥来源' },
      default: 'PBKDF2',
      options: options(['PBKDF2', 'A password (PBKDF2)', '密码（PBKDF2）'], ['NO_PADDING', 'The key itself', '密钥本身'], ['ZERO_PADDING', 'The key itself, filled up with zeros', '密钥本身，不足补零']), // prettier-ignore
      when: ofCipher,
    },
    {
      name: 'salt',
      kind: 'value',
      type: 'str',
      label: { en: 'Salt', zh: '盐' },
      when: ofPassword,
    },
    {
      name: 'iterations',
      kind: 'number',
      label: { en: 'Iterations', zh: '迭代次数' },
      default: 100_000,
      min: 1,
      max: 10_000_000,
      when: ofPassword,
    },
    {
      name: 'keyBits',
      kind: 'select',
      label: { en: 'Length of the AES key', zh: 'AES 密钥长度' },
      default: '256',
      options: options(['128', '128 bits', '128 位'], ['192', '192 bits', '192 位'], ['256', '256 bits', '256 位']), // prettier-ignore
      when: ofPassword,
    },
    {
      name: 'rsaPadding',
      kind: 'select',
      label: { en: 'Padding of RSA', zh: 'RSA 填充' },
      default: 'PKCS1',
      options: options(['PKCS1', 'PKCS1', 'PKCS1'], ['OAEP', 'OAEP (better)', 'OAEP（更安全）']),
      when: { field: 'algorithm', is: ['RSA'] },
    },
    {
      name: 'hash',
      kind: 'select',
      label: { en: 'Hash', zh: '哈希' },
      help: {
        en: 'Of PBKDF2, OAEP and signatures. MD5 goes with PBKDF2 only.',
        zh: '用于 PBKDF2、OAEP 和签名。MD5 仅用于 PBKDF2。',
      },
      default: 'SHA256',
      options: options(['MD5', 'MD5 (weak)', 'MD5（弱）'], ['SHA1', 'SHA1 (weak)', 'SHA1（弱）'], ['SHA256', 'SHA256', 'SHA256'], ['SHA384', 'SHA384', 'SHA384'], ['SHA512', 'SHA512', 'SHA512']), // prettier-ignore
      advanced: true,
    },
    {
      name: 'encoding',
      kind: 'select',
      label: { en: 'Encrypted content and signatures are', zh: '密文和签名的编码' },
      default: 'bytes',
      options: options(['bytes', 'Bytes', '字节'], ['base64', 'Text in base64', 'Base64 文本'], ['hex', 'Text in hexadecimal', '十六进制文本'], ['armor', 'Text as PGP has it (armor)', 'PGP 的 ASCII 封装文本']), // prettier-ignore
    },
  ],
  line: (step) => {
    const operation = String(step.config['operation'] ?? 'encrypt')
    const isSignature = operation === 'sign' || operation === 'verify'
    const algorithm = isSignature ? String(step.config['signatureAlgorithm'] ?? 'RSA') : String(step.config['algorithm'] ?? 'AES') // prettier-ignore
    const mode = symmetric.includes(algorithm) ? ` ${String(step.config['mode'] ?? 'CBC')}` : ''
    return { text: `${operation} ${algorithm}${mode}` }
  },
  pure: true,
  faults: [
    {
      code: 'CRYPTO:KEY',
      when: {
        en: 'The key is not of this algorithm, or cannot be read.',
        zh: '密钥与算法不符，或无法读取。',
      },
      hint: {
        en: 'AES: 16, 24 or 32 bytes, DES 8, 3DES 24, or a password. RSA: PEM, or a certificate. PGP: a key that is neither expired nor revoked, and its passphrase.',
        zh: 'AES：16、24 或 32 字节，DES 8，3DES 24，或密码。RSA：PEM 或证书。PGP：未过期、未吊销的密钥及其口令。',
      },
    },
    {
      code: 'CRYPTO:CONTENT',
      when: {
        en: 'The content was not encrypted with this key and these settings, or is too long for RSA.',
        zh: '内容不是用该密钥和设置加密的，或对 RSA 过长。',
      },
      hint: {
        en: 'Compare key, mode, padding and initialization vector with those of the sender.',
        zh: '与发送方核对密钥、模式、填充和初始向量。',
      },
    },
    {
      code: 'CRYPTO:SIGNATURE',
      when: { en: 'The signature is not of this content and key.', zh: '签名与内容或密钥不符。' },
      hint: {
        en: 'Compare the content byte by byte with what was signed, the key and the hash.',
        zh: '逐字节核对被签名的内容、密钥和哈希。',
      },
    },
    {
      code: 'CORE:TOO_LARGE',
      when: { en: 'What a PGP message unpacks to is larger than 64 MiB.', zh: 'PGP 消息解压后超过 64 MiB。' },
      hint: { en: 'Split the content before it is encrypted.', zh: '在加密前拆分内容。' },
    },
    {
      code: 'CORE:TYPE',
      when: { en: 'The content is neither an Entity, bytes nor text.', zh: '内容不是 Entity、字节或文本。' },
      hint: { en: 'Use Entity.from_value(value, mime).', zh: '使用 Entity.from_value(value, mime)。' },
    },
  ],
}
export default crypto
