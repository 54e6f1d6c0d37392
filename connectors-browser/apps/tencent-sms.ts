// 腾讯云短信: sends a template to phone numbers. Source: cloud.tencent.com/document/api/382/55981 (SendSms, 2021-01-11).
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const tencentSms: AppManifest = {
  id: 'tencent-sms',
  label: { en: 'Tencent Cloud SMS', zh: '腾讯云短信' },
  summary: { en: 'Text messages by Tencent Cloud.', zh: '通过腾讯云发送短信。' },
  icon: 'message-square',
  keywords: 'sms tencent cloud text message 短信 腾讯云 验证码 通知',
  docs: 'cloud.tencent.com/document/api/382/55981',
  checked: 'vectors',
  baseUrl: 'https://sms.tencentcloudapi.com',
  fields: [
    {
      name: 'secretId',
      kind: 'string',
      label: { en: 'SecretId', zh: 'SecretId（密钥标识）' },
      required: true,
    },
    {
      name: 'secretKey',
      kind: 'secret',
      label: { en: 'SecretKey', zh: 'SecretKey（密钥）' },
      required: true,
    },
    {
      name: 'sdkAppId',
      kind: 'string',
      label: { en: 'SMS application ID', zh: '短信应用 ID' },
      required: true,
    },
  ],
  auth: { scheme: 'tc3', service: 'sms' },
  faults: [
    {
      code: 'TENCENT-SMS:AuthFailure.SignatureFailure',
      when: { en: 'SecretId and SecretKey do not belong together.', zh: 'SecretId 与 SecretKey 不匹配。' },
      hint: { en: 'Enter both again.', zh: '重新填写二者。' },
    },
    {
      code: 'TENCENT-SMS:AuthFailure.SignatureExpire',
      when: {
        en: 'The clock of this machine is more than five minutes off.',
        zh: '本机时钟偏差超过五分钟。',
      },
      hint: { en: 'Set the clock.', zh: '校准时钟。' },
    },
    {
      code: 'TENCENT-SMS:FailedOperation.TemplateIncorrectOrUnapproved',
      when: { en: 'The template is not approved.', zh: '模板未通过审核或内容不匹配。' },
      hint: { en: 'Look at the template in the console.', zh: '在控制台检查模板。' },
    },
  ],
  operations: [
    {
      id: 'send',
      label: { en: 'Send SMS', zh: '发送短信' },
      summary: { en: 'One template to at most 200 phone numbers.', zh: '向至多 200 个号码发送同一模板。' },
      method: 'POST',
      path: '/',
      headers: { 'X-TC-Action': 'SendSms', 'X-TC-Version': '2021-01-11', 'X-TC-Region': 'ap-guangzhou' },
      fields: [
        {
          name: 'phones',
          kind: 'value',
          in: 'none',
          label: { en: 'Phone numbers', zh: '手机号码' },
          help: {
            en: "A list, with country code: ['+8613711112222'].",
            zh: "列表，带国家码：['+8613711112222']。",
          },
          required: true,
        },
        {
          name: 'templateId',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'Template ID', zh: '模板 ID' },
          required: true,
        },
        {
          name: 'parameters',
          kind: 'value',
          in: 'none',
          label: { en: 'Template parameters', zh: '模板参数' },
          help: { en: 'A list of texts.', zh: '文本列表。' },
        },
        {
          name: 'signName',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'Signature', zh: '短信签名' },
        },
      ],
      body: "{'PhoneNumberSet': msg.vars['phones'], 'SmsSdkAppId': msg.vars['properties']['sdkAppId'], 'TemplateId': msg.vars['templateId'], 'SignName': msg.vars['signName'] or '', 'TemplateParamSet': [str(p) for p in msg.vars['parameters'] or []]}",
      result: "msg.payload['Response']",
      examples: [
        {
          title: { en: 'A code', zh: '验证码' },
          connection: { secretId: 'AKIDexample', secretKey: 'sk-example', sdkAppId: '1400006666' },
          arguments: {
            phones: ['+8613711112222'],
            templateId: '1110',
            parameters: [1234],
            signName: '腾讯云',
          },
          request: {
            path: '/',
            headers: {
              'x-tc-action': 'SendSms',
              'x-tc-version': '2021-01-11',
              'content-type': 'application/json',
            },
            body: {
              PhoneNumberSet: ['+8613711112222'],
              SmsSdkAppId: '1400006666',
              TemplateId: '1110',
              SignName: '腾讯云',
              TemplateParamSet: ['1234'],
            },
          },
          answer: {
            status: 200,
            body: { Response: { SendStatusSet: [{ Code: 'Ok', Fee: 1 }], RequestId: 'r-1' } },
          },
          result: { SendStatusSet: [{ Code: 'Ok', Fee: 1 }], RequestId: 'r-1' },
        },
        {
          title: { en: 'A wrong key', zh: '密钥有误' },
          connection: { secretId: 'AKIDexample', secretKey: 'wrong', sdkAppId: '1400006666' },
          arguments: { phones: ['+8613711112222'], templateId: '1110' },
          request: { path: '/' },
          answer: {
            status: 200,
            body: {
              Response: {
                Error: { Code: 'AuthFailure.SignatureFailure', Message: '签名错误' },
                RequestId: 'r-2',
              },
            },
          },
          fault: 'TENCENT-SMS:AuthFailure.SignatureFailure',
        },
      ],
    },
  ],
  failure: { code: 'Response.Error.Code', ok: [], message: 'Response.Error.Message' },
}
export default tencentSms
