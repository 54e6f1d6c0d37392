// JWT: signs claims as a token, or checks a token and gives its claims.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const algorithms = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512']

const jwt: ComponentDefinition = {
  id: 'jwt',
  version: 1,
  kind: 'step',
  group: 'function',
  icon: 'key-round',
  label: componentLabel('JWT'),
  summary: { en: 'Signs claims as a token, or checks a token.', zh: '将声明签名为令牌，或校验令牌。' },
  keywords: 'token sign verify claims 令牌 签名 校验',
  fields: [
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'Operation', zh: '操作' },
      default: 'sign',
      options: [
        { value: 'sign', label: { en: 'Sign', zh: '签名' } },
        { value: 'verify', label: { en: 'Verify', zh: '校验' } },
      ],
    },
    {
      name: 'algorithm',
      kind: 'select',
      label: { en: 'Algorithm', zh: '算法' },
      default: 'HS256',
      options: [
        ...algorithms.map((value) => ({ value, label: { en: value, zh: value } })),
        {
          value: 'none',
          label: { en: 'None: not signed, never accepted', zh: '无：不签名，校验时一律拒绝' },
        },
      ],
    },
    {
      name: 'key',
      kind: 'value',
      type: 'str',
      label: { en: 'Key', zh: '密钥' },
      help: {
        en: 'HS: the shared secret. RS and PS: PEM; PKCS#8 to sign, SPKI to verify.',
        zh: 'HS：共享密钥。RS 与 PS：PEM 格式，签名用 PKCS#8，校验用 SPKI。',
      },
      required: true,
      when: { field: 'algorithm', is: algorithms },
    },
    {
      name: 'claims',
      kind: 'rows',
      label: { en: 'Claims', zh: '声明' },
      help: { en: 'iss, sub, aud, jti and your own.', zh: 'iss、sub、aud、jti 以及自定义声明。' },
      when: { field: 'operation', is: ['sign'] },
    },
    {
      name: 'lifetime',
      kind: 'duration',
      label: { en: 'Valid for', zh: '有效期' },
      default: '1 h',
      when: { field: 'operation', is: ['sign'] },
    },
    {
      name: 'token',
      kind: 'value',
      type: 'str',
      label: { en: 'Token', zh: '令牌' },
      default: { mode: 'expression', source: 'msg.payload' },
      when: { field: 'operation', is: ['verify'] },
    },
    {
      name: 'audience',
      kind: 'value',
      type: 'str',
      label: { en: 'Audience', zh: '受众' },
      help: { en: 'Empty: any.', zh: '留空：不校验。' },
      when: { field: 'operation', is: ['verify'] },
    },
  ],
  line: (step) => ({
    text: `${String(step.config['operation'] ?? 'sign')} ${lineOf(step.config['algorithm'] ?? 'HS256').text}`,
  }),
  pure: true,
  faults: [
    {
      code: 'JWT:INVALID',
      when: {
        en: 'The token is broken, or its signature is not of this key.',
        zh: '令牌损坏，或签名与密钥不符。',
      },
      hint: { en: 'Compare the key and the algorithm.', zh: '核对密钥和算法。' },
    },
    {
      code: 'JWT:EXPIRED',
      when: { en: 'The token is no longer, or not yet, valid.', zh: '令牌已过期或尚未生效。' },
      hint: { en: 'Ask for a new one.', zh: '重新获取令牌。' },
    },
    {
      code: 'JWT:AUDIENCE',
      when: { en: 'The token is for somebody else.', zh: '令牌的受众不符。' },
      hint: { en: 'Compare aud with the audience.', zh: '核对 aud 与受众。' },
    },
    {
      code: 'JWT:KEY',
      when: { en: 'The key cannot be read.', zh: '密钥无法读取。' },
      hint: {
        en: 'Give PEM: PKCS#8 to sign, SPKI to verify.',
        zh: '提供 PEM：签名用 PKCS#8，校验用 SPKI。',
      },
    },
  ],
}
export default jwt
