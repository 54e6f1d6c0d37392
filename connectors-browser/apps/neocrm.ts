// 销售易 Neocrm: objects of the CRM by name, and its query language. The login password is followed by the security token.
// Source: doc.xiaoshouyi.com (OAuth 密码模式, xobjects, XOQL).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const connection = {
  clientId: 'neo',
  clientSecret: 'neo-secret',
  redirectUri: 'https://example.com/cb',
  user: 'a@b.cn',
  password: 'login-pw',
  securityToken: 'AbCd1234',
}
const headers = { authorization: 'Bearer token-of-neo-secret' }
const ok = (data: unknown) => ({ status: 200, body: { code: 200, msg: 'OK', data } })
const failure = { code: 'code', ok: ['200', '0'], message: 'msg' }
const object: AppField = {
  name: 'object',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Object', zh: '对象' },
  required: true,
  placeholder: 'account',
}
const id: AppField = {
  name: 'id',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'ID', zh: '记录 ID' },
  required: true,
}
const record: AppField = {
  name: 'data',
  kind: 'value',
  label: { en: 'Values', zh: '字段值' },
  help: { en: 'A dict by field name.', zh: '以字段名为键的字典。' },
  required: true,
}

const neocrm: AppManifest = {
  id: 'neocrm',
  label: { en: 'Neocrm', zh: '销售易' },
  summary: {
    en: 'Objects of the CRM: create, read, update, delete, query.',
    zh: 'CRM 对象的增删改查与 XOQL 查询。',
  },
  icon: 'handshake',
  keywords: 'neocrm xiaoshouyi crm account opportunity xoql 销售易 客户 商机',
  docs: 'doc.xiaoshouyi.com',
  checked: 'documentation',
  baseUrl: 'https://api.xiaoshouyi.com',
  fields: [
    { name: 'clientId', kind: 'string', label: { en: 'Client ID', zh: 'Client ID' }, required: true },
    {
      name: 'clientSecret',
      kind: 'secret',
      label: { en: 'Client secret', zh: 'Client Secret' },
      required: true,
    },
    { name: 'redirectUri', kind: 'string', label: { en: 'Redirect URI', zh: '回调地址' }, required: true },
    { name: 'user', kind: 'string', label: { en: 'User', zh: '用户名' }, required: true },
    { name: 'password', kind: 'secret', label: { en: 'Password', zh: '登录密码' }, required: true },
    {
      name: 'securityToken',
      kind: 'secret',
      label: { en: 'Security token', zh: '安全令牌' },
      help: { en: 'The eight characters sent by mail.', zh: '邮件中的 8 位字符。' },
      required: true,
    },
  ],
  auth: {
    scheme: 'fetched-token',
    ask: {
      method: 'POST',
      path: '/oauth2/token.action',
      as: 'form',
      fields: {
        client_id: 'clientId',
        client_secret: 'clientSecret',
        redirect_uri: 'redirectUri',
        username: 'user',
        password: ['password', 'securityToken'],
      },
      fixed: { grant_type: 'password' },
    },
    put: 'bearer',
  },
  failure,
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'The login does not give a token.', zh: '登录信息无法换取令牌。' },
      hint: {
        en: 'The security token changes with the password: enter both again.',
        zh: '安全令牌会随密码变化：重新填写二者。',
      },
    },
  ],
  operations: [
    {
      id: 'describe',
      label: { en: 'Describe object', zh: '对象描述' },
      summary: { en: 'The fields of an object.', zh: '对象的字段描述。' },
      method: 'GET',
      path: '/rest/data/v2.0/xobjects/{object}/description',
      fields: [object],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'Accounts', zh: '客户' },
          connection,
          arguments: { object: 'account' },
          request: { path: '/rest/data/v2.0/xobjects/account/description', headers },
          answer: ok({ apiKey: 'account', fields: [{ apiKey: 'accountName' }] }),
          result: { apiKey: 'account', fields: [{ apiKey: 'accountName' }] },
        },
      ],
    },
    {
      id: 'create',
      label: { en: 'Create', zh: '新建' },
      summary: { en: 'A new record.', zh: '新建一条记录。' },
      method: 'POST',
      path: '/rest/data/v2.0/xobjects/{object}',
      fields: [object, record],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'An account', zh: '新客户' },
          connection,
          arguments: { object: 'account', data: { accountName: '轻联' } },
          request: {
            path: '/rest/data/v2.0/xobjects/account',
            headers,
            body: { data: { accountName: '轻联' } },
          },
          answer: ok({ id: 7 }),
          result: { id: 7 },
        },
        {
          title: { en: 'A missing value', zh: '缺少必填项' },
          connection,
          arguments: { object: 'account', data: {} },
          request: { path: '/rest/data/v2.0/xobjects/account' },
          answer: { status: 200, body: { code: 1010003, msg: '缺少必填项' } },
          fault: 'NEOCRM:1010003',
        },
      ],
    },
    {
      id: 'get',
      label: { en: 'Get', zh: '读取' },
      summary: { en: 'A record by its id.', zh: '按 ID 读取记录。' },
      method: 'GET',
      path: '/rest/data/v2.0/xobjects/{object}/{id}',
      fields: [object, id],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'An account', zh: '一位客户' },
          connection,
          arguments: { object: 'account', id: '7' },
          request: { path: '/rest/data/v2.0/xobjects/account/7', headers },
          answer: ok({ id: 7, accountName: '轻联' }),
          result: { id: 7, accountName: '轻联' },
        },
      ],
    },
    {
      id: 'update',
      label: { en: 'Update', zh: '更新' },
      summary: { en: 'Some values of a record.', zh: '更新记录的部分字段。' },
      method: 'PATCH',
      path: '/rest/data/v2.0/xobjects/{object}/{id}',
      fields: [object, id, record],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A name', zh: '改名称' },
          connection,
          arguments: { object: 'account', id: '7', data: { accountName: 'Weft' } },
          request: {
            path: '/rest/data/v2.0/xobjects/account/7',
            headers,
            body: { data: { accountName: 'Weft' } },
          },
          answer: ok({ id: 7 }),
          result: { id: 7 },
        },
      ],
    },
    {
      id: 'delete',
      label: { en: 'Delete', zh: '删除' },
      summary: { en: 'A record by its id.', zh: '按 ID 删除记录。' },
      method: 'DELETE',
      path: '/rest/data/v2.0/xobjects/{object}/{id}',
      fields: [object, id],
      examples: [
        {
          title: { en: 'An account', zh: '一位客户' },
          connection,
          arguments: { object: 'account', id: '7' },
          request: { path: '/rest/data/v2.0/xobjects/account/7', headers },
          answer: ok({}),
          result: { code: 200, msg: 'OK', data: {} },
        },
      ],
    },
    {
      id: 'query',
      label: { en: 'Query', zh: 'XOQL 查询' },
      summary: { en: 'Records by an XOQL text.', zh: '以 XOQL 查询记录。' },
      method: 'POST',
      path: '/rest/data/v2.0/query/xoql',
      bodyType: 'form',
      fields: [
        {
          name: 'xoql',
          kind: 'value',
          type: 'str',
          label: { en: 'XOQL', zh: 'XOQL' },
          required: true,
          placeholder: 'select id, accountName from account limit 0,100',
        },
      ],
      result: "msg.payload['data']['records']",
      examples: [
        {
          title: { en: 'Names', zh: '查名称' },
          connection,
          arguments: { xoql: 'select id from account' },
          request: { path: '/rest/data/v2.0/query/xoql', headers },
          answer: ok({ totalSize: 1, count: 1, records: [{ id: 7 }] }),
          result: [{ id: 7 }],
        },
      ],
    },
  ],
}
export default neocrm
