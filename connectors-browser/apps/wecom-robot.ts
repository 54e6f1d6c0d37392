// 企业微信群机器人: messages into a group by its robot's webhook. Source: developer.work.weixin.qq.com/document/path/91770.
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const path = '/cgi-bin/webhook/send'
const sent = { status: 200, body: { errcode: 0, errmsg: 'ok' } }

const wecomRobot: AppManifest = {
  id: 'wecom-robot',
  label: { en: 'WeCom group robot', zh: '企业微信群机器人' },
  summary: { en: 'Sends messages into a WeCom group.', zh: '向企业微信群发送消息。' },
  icon: 'bot',
  keywords: 'wecom robot webhook message 企业微信 群 机器人 消息 通知',
  docs: 'developer.work.weixin.qq.com/document/path/91770',
  checked: 'documentation',
  baseUrl: 'https://qyapi.weixin.qq.com',
  fields: [
    {
      name: 'key',
      kind: 'secret',
      label: { en: 'Webhook key', zh: 'Webhook key' },
      help: { en: 'The part after key= of the webhook address.', zh: 'Webhook 地址中 key= 之后的部分。' },
      required: true,
    },
  ],
  auth: { scheme: 'query-key', name: 'key', key: 'key' },
  failure: { code: 'errcode', ok: ['0'], message: 'errmsg' },
  faults: [
    {
      code: 'WECOM-ROBOT:93000',
      when: { en: 'The key is not that of a robot.', zh: 'key 无效，机器人不存在。' },
      hint: { en: 'Copy the webhook address again.', zh: '重新复制 Webhook 地址。' },
    },
    {
      code: 'WECOM-ROBOT:45009',
      when: { en: 'More than 20 messages in a minute.', zh: '每分钟超过 20 条消息。' },
      hint: { en: 'Put a Rate Limiter before this step.', zh: '在此步骤前加 Rate Limiter。' },
    },
  ],
  operations: [
    {
      id: 'send-text',
      label: { en: 'Send text', zh: '发送文本' },
      summary: { en: 'A plain text message.', zh: '纯文本消息。' },
      method: 'POST',
      path,
      fields: [
        {
          name: 'content',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'Text', zh: '文本' },
          required: true,
        },
        {
          name: 'mentioned',
          kind: 'value',
          in: 'none',
          label: { en: 'Mention users', zh: '@ 成员' },
          help: { en: "A list of user ids; '@all' is everyone.", zh: '成员 ID 列表；@all 表示所有人。' },
        },
      ],
      body: "{'msgtype': 'text', 'text': {'content': msg.vars['content'], 'mentioned_list': msg.vars['mentioned'] or []}}",
      examples: [
        {
          title: { en: 'Tell everyone', zh: '通知所有人' },
          connection: { key: 'k-1' },
          arguments: { content: '库存不足', mentioned: ['@all'] },
          request: {
            path,
            query: { key: 'k-1' },
            body: { msgtype: 'text', text: { content: '库存不足', mentioned_list: ['@all'] } },
          },
          answer: sent,
          result: { errcode: 0, errmsg: 'ok' },
        },
        {
          title: { en: 'A wrong key', zh: 'key 有误' },
          connection: { key: 'k-2' },
          arguments: { content: 'hello' },
          request: { path, query: { key: 'k-2' } },
          answer: { status: 200, body: { errcode: 93000, errmsg: 'invalid webhook url' } },
          fault: 'WECOM-ROBOT:93000',
        },
      ],
    },
    {
      id: 'send-markdown',
      label: { en: 'Send Markdown', zh: '发送 Markdown' },
      summary: { en: 'A message with headings, links and colours.', zh: '带标题、链接与颜色的消息。' },
      method: 'POST',
      path,
      fields: [
        {
          name: 'content',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'Markdown', zh: 'Markdown 正文' },
          required: true,
        },
      ],
      body: "{'msgtype': 'markdown', 'markdown': {'content': msg.vars['content']}}",
      examples: [
        {
          title: { en: 'A daily report', zh: '日报' },
          connection: { key: 'k-1' },
          arguments: { content: '**日报**' },
          request: { path, body: { msgtype: 'markdown', markdown: { content: '**日报**' } } },
          answer: sent,
        },
      ],
    },
  ],
}
export default wecomRobot
