// HTTP Listener: starts a flow by a request to /hook/<path>; the flow's last message is the answer.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']

const listener: ComponentDefinition = {
  id: 'http-listener',
  version: 1,
  kind: 'trigger',
  group: 'trigger',
  icon: 'webhook',
  label: componentLabel('HTTP Listener'),
  summary: {
    en: 'Starts the flow by an HTTP request and answers with its last message.',
    zh: '由 HTTP 请求启动流，并以流的最后一条消息作为应答。',
  },
  keywords: 'webhook endpoint api server hook 监听 接口 网络钩子',
  fields: [
    {
      name: 'path',
      kind: 'string',
      label: { en: 'Path', zh: '路径' },
      help: {
        en: 'Below /hook. {name} takes one part, * any number of parts; the most exact path wins.',
        zh: '位于 /hook 之下。{name} 匹配一段，* 匹配任意多段；最精确的路径优先。',
      },
      required: true,
      default: '/',
      placeholder: '/orders/{id}',
    },
    {
      name: 'methods',
      kind: 'select',
      multiple: true,
      label: { en: 'Methods', zh: '方法' },
      help: { en: 'None chosen: all.', zh: '不选表示全部。' },
      default: '',
      options: methods.map((value) => ({ value, label: { en: value, zh: value } })),
    },
    {
      name: 'verify',
      kind: 'select',
      label: { en: 'Signature', zh: '签名校验' },
      help: {
        en: 'Requests that are not signed like this are answered with 401 and start nothing.',
        zh: '未按此方式签名的请求应答 401，不会启动流。',
      },
      default: 'none',
      options: [
        { value: 'none', label: { en: 'Not checked', zh: '不校验' } },
        { value: 'standard-webhooks', label: { en: 'Standard Webhooks', zh: 'Standard Webhooks 规范' } },
        { value: 'github', label: { en: 'GitHub', zh: 'GitHub 签名' } },
        { value: 'dingtalk', label: { en: 'DingTalk robot', zh: '钉钉机器人' } },
        { value: 'dingtalk-events', label: { en: 'DingTalk events', zh: '钉钉事件回调' } },
        { value: 'wecom', label: { en: 'WeCom callback', zh: '企业微信回调' } },
      ],
      advanced: true,
    },
    {
      name: 'secret',
      kind: 'secret',
      label: { en: 'Secret', zh: '密钥' },
      help: {
        en: 'As the sender has it; of WeCom and DingTalk events the token.',
        zh: '与发送方一致；企业微信与钉钉事件填写 Token。',
      },
      when: { field: 'verify', is: ['standard-webhooks', 'github', 'dingtalk', 'dingtalk-events', 'wecom'] },
      advanced: true,
    },
    {
      name: 'aesKey',
      kind: 'secret',
      label: { en: 'EncodingAESKey', zh: '消息加密密钥（EncodingAESKey）' },
      when: { field: 'verify', is: ['wecom', 'dingtalk-events'] },
      advanced: true,
    },
    {
      name: 'receiver',
      kind: 'string',
      label: { en: 'Receiver', zh: '接收方' },
      help: {
        en: 'The corp id (DingTalk: the app key); empty: not compared.',
        zh: '企业 ID（钉钉为 AppKey），留空则不比较。',
      },
      when: { field: 'verify', is: ['wecom', 'dingtalk-events'] },
      advanced: true,
    },
    {
      name: 'relayed',
      kind: 'select',
      label: { en: 'Through the relay', zh: '经由中继' },
      help: {
        en: 'What senders get who reach the listener by the relay. What waits comes in order, one at a time, and is done when its flow is.',
        zh: '通过中继访问该监听的发送方得到的应答。等待的请求按顺序逐个送达，流程完成后才算处理完毕。',
      },
      default: 'flow',
      options: [
        {
          value: 'flow',
          label: {
            en: "The flow's answer; 202 while the studio is away",
            zh: '流程的应答；工作室离开时应答 202 并排队',
          },
        },
        { value: 'stored', label: { en: '202 as soon as it is stored', zh: '保存后立即应答 202' } },
        {
          value: 'live',
          label: {
            en: "The flow's answer; 503 while the studio is away",
            zh: '流程的应答；工作室离开时应答 503',
          },
        },
      ],
      advanced: true,
    },
    {
      name: 'status',
      kind: 'value',
      type: 'int',
      label: { en: 'Status', zh: '状态码' },
      default: 200,
      modes: ['text', 'expression'],
    },
    {
      name: 'body',
      kind: 'value',
      label: { en: 'Body', zh: '应答内容' },
      default: { mode: 'expression', source: 'msg.payload' },
    },
    { name: 'headers', kind: 'rows', type: 'str', label: { en: 'Headers', zh: '应答头' }, advanced: true },
    {
      name: 'errorStatus',
      kind: 'value',
      type: 'int',
      label: { en: 'Status after an error', zh: '出错时的状态码' },
      default: 500,
      modes: ['text', 'expression'],
      advanced: true,
    },
    {
      name: 'errorBody',
      kind: 'value',
      label: { en: 'Body after an error', zh: '出错时的应答内容' },
      default: { mode: 'expression', source: 'msg.error' },
      advanced: true,
    },
    {
      name: 'errorHeaders',
      kind: 'rows',
      type: 'str',
      label: { en: 'Headers after an error', zh: '出错时的应答头' },
      advanced: true,
    },
  ],
  output: () => ({ type: 'entity' }),
  line: (step) => {
    const chosen = String(step.config['methods'] ?? '') || '*'
    return { text: `${chosen.replaceAll(',', ' ')} /hook${step.config['path'] ?? '/'}`, code: true }
  },
  faults: [
    {
      code: 'HTTP:LISTENER_NOT_FOUND',
      when: { en: 'No listener has this path (404).', zh: '没有监听该路径（404）。' },
      hint: { en: 'Compare the path with the one shown on the trigger.', zh: '核对触发器上显示的路径。' },
    },
    {
      code: 'HTTP:SIGNATURE',
      when: { en: 'The request is not signed as it should be (401).', zh: '请求的签名不正确（401）。' },
      hint: { en: 'Compare the secret with the one at the sender.', zh: '与发送方核对密钥。' },
    },
    {
      code: 'HTTP:LISTENER_BODY_EVAL_ERROR',
      when: { en: 'The script of the body failed (500).', zh: '应答内容的脚本执行失败（500）。' },
      hint: { en: 'Open the run and look at the field.', zh: '打开运行记录查看该字段。' },
    },
  ],
}
export default listener
