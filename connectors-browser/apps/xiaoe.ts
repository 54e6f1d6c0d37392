// 小鹅通: users and orders of a shop. The access token is fetched and kept by the connector. The vendor lets in only the addresses
// on the shop's list. Source: api-doc.xiaoe-tech.com (get_access_token, api_list/user, api_list/order).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { appId: 'appx', clientId: 'xop', secretKey: 'xe-secret' }
const access_token = 'token-of-xe-secret'
const ok = (data: unknown) => ({ status: 200, body: { code: 0, msg: 'ok', data } })
const failure = { code: 'code', ok: ['0'], message: 'msg' }
const paging: AppField[] = [
  { name: 'page', kind: 'value', type: 'int', label: { en: 'Page', zh: '页码' }, default: 1 },
  {
    name: 'page_size',
    kind: 'value',
    type: 'int',
    label: { en: 'Per page', zh: '每页条数' },
    help: { en: 'At most 50.', zh: '最多 50。' },
    default: 50,
  },
]

const xiaoe: AppManifest = {
  id: 'xiaoe',
  label: { en: 'Xiaoe-tech', zh: '小鹅通' },
  summary: { en: 'Users and orders of a shop.', zh: '店铺的用户与订单。' },
  icon: 'graduation-cap',
  keywords: 'xiaoe shop course user order 小鹅通 店铺 课程 用户 订单',
  docs: 'api-doc.xiaoe-tech.com',
  checked: 'documentation',
  baseUrl: 'https://api.xiaoe-tech.com',
  fields: [
    { name: 'appId', kind: 'string', label: { en: 'Shop ID', zh: '店铺 app_id' }, required: true },
    { name: 'clientId', kind: 'string', label: { en: 'Client ID', zh: 'client_id' }, required: true },
    { name: 'secretKey', kind: 'secret', label: { en: 'Secret key', zh: 'secret_key' }, required: true },
  ],
  auth: {
    scheme: 'fetched-token',
    ask: {
      method: 'GET',
      path: '/token',
      as: 'query',
      fields: { app_id: 'appId', client_id: 'clientId', secret_key: 'secretKey' },
      fixed: { grant_type: 'client_credential' },
      within: 'data',
    },
    put: { json: 'access_token' },
    failure,
    stale: ['2008'],
  },
  failure,
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'The three values do not give a token.', zh: '三项凭证无法换取令牌。' },
      hint: {
        en: "Check them, and that our address is on the shop's list.",
        zh: '核对凭证，并确认本机地址在店铺白名单内。',
      },
    },
    {
      code: 'XIAOE:2008',
      when: { en: 'The token ended again at once.', zh: '令牌刚取得即失效。' },
      hint: {
        en: 'Somebody else fetches tokens for the same shop.',
        zh: '同一店铺有其他程序在获取令牌。',
      },
    },
  ],
  operations: [
    {
      id: 'list-users',
      label: { en: 'List users', zh: '查询用户列表' },
      summary: { en: 'Users of the shop, by name or phone.', zh: '按昵称或手机号查询店铺用户。' },
      method: 'POST',
      path: '/xe.user.batch.get/1.0.0',
      fields: [
        ...paging,
        { name: 'phone', kind: 'value', type: 'str', label: { en: 'Phone', zh: '手机号' } },
        { name: 'nickname', kind: 'value', type: 'str', label: { en: 'Nickname', zh: '昵称' } },
      ],
      result: "msg.payload['data']['list']",
      examples: [
        {
          title: { en: 'By phone', zh: '按手机号' },
          connection,
          arguments: { page: 1, page_size: 10, phone: '13800000000' },
          request: {
            path: '/xe.user.batch.get/1.0.0',
            body: { page: 1, page_size: 10, phone: '13800000000', access_token },
          },
          answer: ok({ list: [{ user_id: 'u_1', user_nickname: '小鹅' }], total: 1 }),
          result: [{ user_id: 'u_1', user_nickname: '小鹅' }],
        },
        {
          title: { en: 'Another program took the token', zh: '令牌被其他程序取走' },
          connection,
          arguments: { page: 1, page_size: 10 },
          request: { path: '/xe.user.batch.get/1.0.0' },
          answer: { status: 200, body: { code: 2008, msg: 'access_token expired', data: null } },
          fault: 'XIAOE:2008',
        },
      ],
    },
    {
      id: 'get-users',
      label: { en: 'Get users', zh: '批量获取用户信息' },
      summary: { en: 'Up to 50 users by id.', zh: '按 user_id 获取至多 50 位用户。' },
      method: 'POST',
      path: '/xe.user.batch_by_user_id.get/1.0.0',
      fields: [
        {
          name: 'user_id_list',
          kind: 'value',
          label: { en: 'User IDs', zh: '用户 ID 列表' },
          required: true,
        },
        ...paging,
      ],
      result: "msg.payload['data']['list']",
      examples: [
        {
          title: { en: 'One', zh: '一位' },
          connection,
          arguments: { user_id_list: ['u_1'], page: 1, page_size: 1 },
          request: {
            path: '/xe.user.batch_by_user_id.get/1.0.0',
            body: { user_id_list: ['u_1'], page: 1, page_size: 1, access_token },
          },
          answer: ok({ list: [{ user_id: 'u_1' }], total: 1 }),
          result: [{ user_id: 'u_1' }],
        },
      ],
    },
  ],
}
export default xiaoe
