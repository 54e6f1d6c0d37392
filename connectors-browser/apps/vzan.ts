// 微赞直播: live topics and their viewers. The vendor gives the token of a customer; how it is made from the account is not public, so
// the connection takes the token itself. Source: openapi.vzan.com.
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { token: 'vz-token' }
const headers = { authorization: 'Bearer vz-token' }
const ok = (data: unknown) => ({ status: 200, body: { code: 0, msg: 'ok', data } })

const vzan: AppManifest = {
  id: 'vzan',
  label: { en: 'Vzan Live', zh: '微赞直播' },
  summary: { en: 'Live topics and their viewers.', zh: '直播话题与观众。' },
  icon: 'radio',
  keywords: 'vzan live topic viewer 微赞 直播 话题 观众',
  docs: 'openapi.vzan.com',
  checked: 'documentation',
  baseUrl: 'https://openapi.vzan.com',
  fields: [
    {
      name: 'token',
      kind: 'secret',
      label: { en: 'Access token', zh: '访问令牌' },
      help: { en: 'Of the customer, from the vendor.', zh: '由微赞提供的客户令牌。' },
      required: true,
    },
  ],
  auth: { scheme: 'bearer', token: 'token' },
  failure: { code: 'code', ok: ['0'], message: 'msg' },
  faults: [
    {
      code: 'HTTP:401',
      when: { en: 'The token is wrong or ended.', zh: '令牌有误或已过期。' },
      hint: { en: 'Enter a new one.', zh: '填写新的令牌。' },
    },
  ],
  operations: [
    {
      id: 'create-topic',
      label: { en: 'Create live topic', zh: '创建直播话题' },
      summary: { en: 'A live topic that starts at a time.', zh: '创建定时开始的直播话题。' },
      method: 'POST',
      path: '/api/v2/topic/create',
      fields: [
        { name: 'title', kind: 'value', type: 'str', label: { en: 'Title', zh: '标题' }, required: true },
        { name: 'type', kind: 'value', type: 'int', label: { en: 'Type', zh: '类型' }, default: 0 },
        {
          name: 'start_time',
          kind: 'value',
          type: 'int',
          label: { en: 'Starts at, ms', zh: '开始时间（毫秒）' },
          required: true,
        },
        { name: 'password', kind: 'value', type: 'str', label: { en: 'Password', zh: '观看密码' } },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A launch', zh: '发布会' },
          connection,
          arguments: { title: '发布会', type: 0, start_time: 1790000000000 },
          request: {
            path: '/api/v2/topic/create',
            headers,
            body: { title: '发布会', type: 0, start_time: 1790000000000 },
          },
          answer: ok({ topic_id: 12 }),
          result: { topic_id: 12 },
        },
        {
          title: { en: 'A token that ended', zh: '令牌过期' },
          connection,
          arguments: { title: '发布会', type: 0, start_time: 1790000000000 },
          request: { path: '/api/v2/topic/create' },
          answer: { status: 401, body: { code: 401 } },
          fault: 'HTTP:401',
        },
      ],
    },
    {
      id: 'list-viewers',
      label: { en: 'List viewers', zh: '查询观众' },
      summary: { en: 'Users of a live room, page by page.', zh: '分页查询直播间用户。' },
      method: 'POST',
      path: '/api/v2/live/get_live_user_list',
      fields: [
        { name: 'page', kind: 'value', type: 'int', label: { en: 'Page', zh: '页码' }, default: 1 },
        {
          name: 'page_size',
          kind: 'value',
          type: 'int',
          label: { en: 'Per page', zh: '每页条数' },
          help: { en: 'At most 100.', zh: '最多 100。' },
          default: 100,
        },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'First page', zh: '第一页' },
          connection,
          arguments: { page: 1, page_size: 100 },
          request: {
            path: '/api/v2/live/get_live_user_list',
            headers,
            body: { page: 1, page_size: 100 },
          },
          answer: ok([{ uid: 5 }]),
          result: [{ uid: 5 }],
        },
      ],
    },
  ],
}
export default vzan
