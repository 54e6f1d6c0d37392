// 钉钉机器人: messages into a group by its custom robot. Source: open.dingtalk.com/document/robots/custom-robot-access.
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const atMobiles: AppField = {
  name: 'atMobiles',
  kind: 'value',
  in: 'none',
  label: { en: 'Mention mobiles', zh: '@ 手机号' },
  help: { en: 'A list of phone numbers.', zh: '手机号列表。' },
  advanced: true,
}
const atUserIds: AppField = {
  name: 'atUserIds',
  kind: 'value',
  in: 'none',
  label: { en: 'Mention users', zh: '@ 用户' },
  help: { en: 'A list of user ids.', zh: '用户 ID 列表。' },
  advanced: true,
}
const atAll: AppField = {
  name: 'isAtAll',
  kind: 'boolean',
  in: 'none',
  label: { en: 'Mention everyone', zh: '@ 所有人' },
  default: false,
  advanced: true,
}
const mentions = [atMobiles, atUserIds, atAll]
const at =
  "'at': {'atMobiles': msg.vars['atMobiles'] or [], 'atUserIds': msg.vars['atUserIds'] or [], 'isAtAll': msg.vars['isAtAll']}"
const path = '/robot/send'
const sent = { status: 200, body: { errcode: 0, errmsg: 'ok' } }
const text = (name: string, en: string, zh: string, required = true): AppField => ({
  name,
  kind: 'value',
  type: 'str',
  in: 'none',
  label: { en, zh },
  required,
})

const dingtalkRobot: AppManifest = {
  id: 'dingtalk-robot',
  label: { en: 'DingTalk robot', zh: '钉钉机器人' },
  summary: { en: 'Sends messages into a DingTalk group.', zh: '向钉钉群发送消息。' },
  icon: 'bot',
  keywords: 'dingtalk robot message 钉钉 机器人 群 消息 通知',
  docs: 'open.dingtalk.com/document/robots/custom-robot-access',
  checked: 'documentation',
  baseUrl: 'https://oapi.dingtalk.com',
  fields: [
    {
      name: 'accessToken',
      kind: 'secret',
      label: { en: 'Access token', zh: '访问令牌' },
      help: {
        en: 'The part after access_token= of the webhook address.',
        zh: 'Webhook 地址中 access_token= 之后的部分。',
      },
      required: true,
    },
    {
      name: 'secret',
      kind: 'secret',
      label: { en: 'Signing secret', zh: '加签密钥' },
      help: {
        en: 'Starts with SEC; empty when the robot is kept by keywords or addresses.',
        zh: '以 SEC 开头；机器人以关键词或 IP 限制时留空。',
      },
    },
  ],
  auth: { scheme: 'dingtalk-robot' },
  failure: { code: 'errcode', ok: ['0'], message: 'errmsg' },
  faults: [
    {
      code: 'DINGTALK-ROBOT:310000',
      when: {
        en: 'Signature, keyword or address is not what the robot wants.',
        zh: '签名、关键词或 IP 不符合机器人的安全设置。',
      },
      hint: {
        en: 'Compare the signing secret and the keywords of the robot.',
        zh: '核对加签密钥与关键词。',
      },
    },
    {
      code: 'DINGTALK-ROBOT:130101',
      when: { en: 'More than 20 messages in a minute.', zh: '每分钟超过 20 条消息。' },
      hint: {
        en: 'Put a Rate Limiter before this step; it opens again after ten minutes.',
        zh: '在此步骤前加 Rate Limiter；十分钟后恢复。',
      },
    },
  ],
  operations: [
    {
      id: 'send-text',
      label: { en: 'Send text', zh: '发送文本' },
      summary: { en: 'A plain text message.', zh: '纯文本消息。' },
      method: 'POST',
      path,
      fields: [text('content', 'Text', '文本'), ...mentions],
      body: `{'msgtype': 'text', 'text': {'content': msg.vars['content']}, ${at}}`,
      examples: [
        {
          title: { en: 'Tell the group', zh: '通知群成员' },
          connection: { accessToken: 'token-1', secret: 'SECexample' },
          arguments: { content: '同步完成', atMobiles: ['13800000000'] },
          request: {
            path,
            query: { access_token: 'token-1' },
            body: {
              msgtype: 'text',
              text: { content: '同步完成' },
              at: { atMobiles: ['13800000000'], atUserIds: [], isAtAll: false },
            },
          },
          answer: sent,
          result: { errcode: 0, errmsg: 'ok' },
        },
        {
          title: { en: 'A wrong keyword', zh: '关键词不符' },
          connection: { accessToken: 'token-1' },
          arguments: { content: 'hello' },
          request: { path },
          answer: { status: 200, body: { errcode: 310000, errmsg: 'keywords not in content' } },
          fault: 'DINGTALK-ROBOT:310000',
        },
      ],
    },
    {
      id: 'send-markdown',
      label: { en: 'Send Markdown', zh: '发送 Markdown' },
      summary: { en: 'A message with headings, links and pictures.', zh: '带标题、链接与图片的消息。' },
      method: 'POST',
      path,
      fields: [text('title', 'Title', '标题'), text('text', 'Markdown', 'Markdown 正文'), ...mentions],
      body: `{'msgtype': 'markdown', 'markdown': {'title': msg.vars['title'], 'text': msg.vars['text']}, ${at}}`,
      examples: [
        {
          title: { en: 'A daily report', zh: '日报' },
          connection: { accessToken: 'token-1' },
          arguments: { title: '日报', text: '# 日报\n全部成功', isAtAll: true },
          request: {
            path,
            body: {
              msgtype: 'markdown',
              markdown: { title: '日报', text: '# 日报\n全部成功' },
              at: { atMobiles: [], atUserIds: [], isAtAll: true },
            },
          },
          answer: sent,
        },
      ],
    },
    {
      id: 'send-link',
      label: { en: 'Send link', zh: '发送链接' },
      summary: { en: 'A card that opens an address.', zh: '点击后打开网址的卡片。' },
      method: 'POST',
      path,
      fields: [
        text('title', 'Title', '标题'),
        text('text', 'Text', '文本'),
        text('messageUrl', 'Address', '网址'),
        text('picUrl', 'Picture address', '图片网址', false),
      ],
      body: "{'msgtype': 'link', 'link': {'title': msg.vars['title'], 'text': msg.vars['text'], 'messageUrl': msg.vars['messageUrl'], 'picUrl': msg.vars['picUrl'] or ''}}",
      examples: [
        {
          title: { en: 'Link to a run', zh: '运行的链接' },
          connection: { accessToken: 'token-1' },
          arguments: { title: 'Run', text: 'failed', messageUrl: 'https://weft.example/run' },
          request: {
            path,
            body: {
              msgtype: 'link',
              link: { title: 'Run', text: 'failed', messageUrl: 'https://weft.example/run', picUrl: '' },
            },
          },
          answer: sent,
        },
      ],
    },
  ],
}
export default dingtalkRobot
