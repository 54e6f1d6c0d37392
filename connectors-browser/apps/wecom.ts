// 企业微信: members of departments and messages of an application. The access token is fetched and kept by the connector.
// Source: developer.work.weixin.qq.com/document/path/91039 (token), 90201 (members), 90236 (messages).
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const failure = { code: 'errcode', ok: ['0'], message: 'errmsg' }

const wecom: AppManifest = {
  id: 'wecom',
  label: { en: 'WeCom', zh: '企业微信' },
  summary: {
    en: 'Members, departments and application messages of WeCom.',
    zh: '企业微信的成员、部门与应用消息。',
  },
  icon: 'messages-square',
  keywords: 'wecom wechat work member department message 企业微信 成员 部门 消息',
  docs: 'developer.work.weixin.qq.com/document',
  checked: 'documentation',
  baseUrl: 'https://qyapi.weixin.qq.com',
  fields: [
    { name: 'corpId', kind: 'string', label: { en: 'Corp ID', zh: '企业 ID' }, required: true },
    {
      name: 'secret',
      kind: 'secret',
      label: { en: 'Application secret', zh: '应用 Secret' },
      help: {
        en: 'Each application has its own; contacts have one too.',
        zh: '每个应用各有一个；通讯录同步另有一个。',
      },
      required: true,
    },
    {
      name: 'agentId',
      kind: 'number',
      label: { en: 'Agent ID', zh: '应用 AgentId' },
      help: { en: 'Of the application that sends messages.', zh: '发送消息的应用。' },
    },
  ],
  auth: {
    scheme: 'fetched-token',
    ask: {
      method: 'GET',
      path: '/cgi-bin/gettoken',
      as: 'query',
      fields: { corpid: 'corpId', corpsecret: 'secret' },
    },
    put: { query: 'access_token' },
    failure,
    stale: ['40014', '42001'],
  },
  failure,
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'Corp ID and secret do not give a token.', zh: '企业 ID 与 Secret 无法换取令牌。' },
      hint: { en: 'Check both in the connection.', zh: '在连接中核对二者。' },
    },
    {
      code: 'WECOM:60011',
      when: {
        en: 'The application may not see this department or member.',
        zh: '应用无权访问该部门或成员。',
      },
      hint: { en: 'Widen the visible range of the application.', zh: '扩大应用的可见范围。' },
    },
    {
      code: 'WECOM:81013',
      when: { en: 'There is no valid receiver.', zh: '没有有效的接收人。' },
      hint: { en: 'Check user, party and tag ids.', zh: '检查成员、部门与标签 ID。' },
    },
  ],
  operations: [
    {
      id: 'department-members',
      label: { en: 'Members of a department', zh: '获取部门成员详情' },
      summary: { en: 'The members with their details, as a list.', zh: '成员及其详情的列表。' },
      method: 'GET',
      path: '/cgi-bin/user/list',
      fields: [
        {
          name: 'department_id',
          kind: 'value',
          type: 'int',
          label: { en: 'Department ID', zh: '部门 ID' },
          default: 1,
          required: true,
        },
      ],
      result: "msg.payload['userlist']",
      output: {
        type: 'list',
        items: { type: 'dict', fields: { userid: { type: 'str' }, name: { type: 'str' } } },
      },
      examples: [
        {
          title: { en: 'The root department', zh: '根部门' },
          connection: { corpId: 'ww1', secret: 's-1' },
          arguments: { department_id: 1 },
          request: {
            path: '/cgi-bin/user/list',
            query: { department_id: '1', access_token: 'token-of-s-1' },
          },
          answer: {
            status: 200,
            body: { errcode: 0, errmsg: 'ok', userlist: [{ userid: 'zhangsan', name: '张三' }] },
          },
          result: [{ userid: 'zhangsan', name: '张三' }],
        },
        {
          title: { en: 'A department out of sight', zh: '不可见的部门' },
          connection: { corpId: 'ww1', secret: 's-1' },
          arguments: { department_id: 9 },
          request: { path: '/cgi-bin/user/list' },
          answer: {
            status: 200,
            body: { errcode: 60011, errmsg: 'no privilege to access/modify contact/party/agent' },
          },
          fault: 'WECOM:60011',
        },
      ],
    },
    {
      id: 'get-user',
      label: { en: 'Get member', zh: '读取成员' },
      summary: { en: 'One member by user id.', zh: '按成员 ID 读取。' },
      method: 'GET',
      path: '/cgi-bin/user/get',
      fields: [
        {
          name: 'userid',
          kind: 'value',
          type: 'str',
          label: { en: 'User ID', zh: '成员 ID' },
          required: true,
        },
      ],
      examples: [
        {
          title: { en: 'By id', zh: '按 ID' },
          connection: { corpId: 'ww1', secret: 's-1' },
          arguments: { userid: '张三&co' },
          request: { path: '/cgi-bin/user/get', query: { userid: '张三&co' } },
          answer: { status: 200, body: { errcode: 0, userid: '张三&co' } },
          result: { errcode: 0, userid: '张三&co' },
        },
      ],
    },
    {
      id: 'list-departments',
      label: { en: 'List departments', zh: '获取部门列表' },
      summary: { en: 'A department and those below it.', zh: '部门及其下级部门。' },
      method: 'GET',
      path: '/cgi-bin/department/list',
      fields: [{ name: 'id', kind: 'value', type: 'int', label: { en: 'Department ID', zh: '部门 ID' } }],
      result: "msg.payload['department']",
      examples: [
        {
          title: { en: 'All of them', zh: '全部' },
          connection: { corpId: 'ww1', secret: 's-1' },
          arguments: {},
          request: { path: '/cgi-bin/department/list' },
          answer: { status: 200, body: { errcode: 0, department: [{ id: 1, name: '总部' }] } },
          result: [{ id: 1, name: '总部' }],
        },
      ],
    },
    {
      id: 'send-message',
      label: { en: 'Send message', zh: '发送应用消息' },
      summary: { en: 'A text or Markdown message of the application.', zh: '应用的文本或 Markdown 消息。' },
      method: 'POST',
      path: '/cgi-bin/message/send',
      fields: [
        {
          name: 'touser',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'To users', zh: '接收成员' },
          help: {
            en: 'User ids with | between; @all is everyone.',
            zh: '以 | 分隔的成员 ID；@all 表示全部。',
          },
          default: '@all',
        },
        {
          name: 'toparty',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'To departments', zh: '接收部门' },
          advanced: true,
        },
        {
          name: 'msgtype',
          kind: 'select',
          in: 'none',
          label: { en: 'Type', zh: '类型' },
          default: 'text',
          options: [
            { value: 'text', label: { en: 'Text', zh: '文本' } },
            { value: 'markdown', label: { en: 'Markdown', zh: 'Markdown 文本' } },
          ],
        },
        {
          name: 'content',
          kind: 'value',
          type: 'str',
          in: 'none',
          label: { en: 'Content', zh: '内容' },
          required: true,
        },
      ],
      body: "{'touser': msg.vars['touser'], 'toparty': msg.vars['toparty'] or '', 'msgtype': msg.vars['msgtype'], 'agentid': msg.vars['properties']['agentId'], msg.vars['msgtype']: {'content': msg.vars['content']}}",
      examples: [
        {
          title: { en: 'To one member', zh: '发给一位成员' },
          connection: { corpId: 'ww1', secret: 's-1', agentId: '1000002' },
          arguments: { touser: 'zhangsan', content: '订单已发货' },
          request: {
            path: '/cgi-bin/message/send',
            query: { access_token: 'token-of-s-1' },
            body: {
              touser: 'zhangsan',
              toparty: '',
              msgtype: 'text',
              agentid: '1000002',
              text: { content: '订单已发货' },
            },
          },
          answer: { status: 200, body: { errcode: 0, errmsg: 'ok', msgid: 'm-1' } },
          result: { errcode: 0, errmsg: 'ok', msgid: 'm-1' },
        },
      ],
    },
  ],
}
export default wecom
