// 百度翻译: text from one language into another. Source: fanyi-api.baidu.com/doc/21.
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const path = '/api/trans/vip/translate'

const baiduTranslate: AppManifest = {
  id: 'baidu-translate',
  label: { en: 'Baidu Translate', zh: '百度翻译' },
  summary: { en: 'Translates text between 200 languages.', zh: '在 200 种语言之间翻译文本。' },
  icon: 'languages',
  keywords: 'baidu translate language 百度 翻译 语言',
  docs: 'fanyi-api.baidu.com/doc/21',
  checked: 'vectors',
  baseUrl: 'https://fanyi-api.baidu.com',
  fields: [
    { name: 'appid', kind: 'string', label: { en: 'App ID', zh: 'APP ID（应用标识）' }, required: true },
    { name: 'key', kind: 'secret', label: { en: 'Key', zh: '密钥' }, required: true },
  ],
  auth: { scheme: 'baidu-translate' },
  failure: { code: 'error_code', ok: ['52000'], message: 'error_msg' },
  faults: [
    {
      code: 'BAIDU-TRANSLATE:54001',
      when: {
        en: 'The signature is wrong: id and key do not belong together.',
        zh: '签名错误：APP ID 与密钥不匹配。',
      },
      hint: { en: 'Enter both again.', zh: '重新填写二者。' },
    },
    {
      code: 'BAIDU-TRANSLATE:54003',
      when: { en: 'Too many calls in a second.', zh: '每秒调用次数过多。' },
      hint: { en: 'Put a Rate Limiter before this step.', zh: '在此步骤前加 Rate Limiter。' },
    },
    {
      code: 'BAIDU-TRANSLATE:54004',
      when: { en: 'The account has no money left.', zh: '账户余额不足。' },
      hint: { en: 'Top up the account.', zh: '为账户充值。' },
    },
  ],
  operations: [
    {
      id: 'translate',
      label: { en: 'Translate', zh: '翻译' },
      summary: {
        en: 'A text of at most 6000 bytes; the result is the translated text.',
        zh: '至多 6000 字节的文本；结果为译文。',
      },
      method: 'POST',
      path,
      bodyType: 'form',
      fields: [
        { name: 'q', kind: 'value', type: 'str', label: { en: 'Text', zh: '原文' }, required: true },
        { name: 'from', kind: 'value', type: 'str', label: { en: 'From', zh: '源语言' }, default: 'auto' },
        {
          name: 'to',
          kind: 'value',
          type: 'str',
          label: { en: 'To', zh: '目标语言' },
          default: 'en',
          required: true,
        },
      ],
      result: "'\\n'.join(row['dst'] for row in msg.payload['trans_result'])",
      output: { type: 'str' },
      examples: [
        {
          title: { en: 'An apple', zh: '苹果' },
          connection: { appid: '2015063000000001', key: '12345678' },
          arguments: { q: 'apple', from: 'en', to: 'zh' },
          request: { path, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
          answer: {
            status: 200,
            body: { from: 'en', to: 'zh', trans_result: [{ src: 'apple', dst: '苹果' }] },
          },
          result: '苹果',
        },
        {
          title: { en: 'A wrong key', zh: '密钥有误' },
          connection: { appid: '2015063000000001', key: 'wrong' },
          arguments: { q: 'apple', to: 'zh' },
          request: { path },
          answer: { status: 200, body: { error_code: '54001', error_msg: 'Invalid Sign' } },
          fault: 'BAIDU-TRANSLATE:54001',
        },
      ],
    },
  ],
}
export default baiduTranslate
