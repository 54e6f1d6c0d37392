// 目睹直播: live activities and videos. Source: api.mudu.tv (v1).
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { token: 'mudu-token' }
const headers = { authorization: 'Bearer mudu-token' }

const mudu: AppManifest = {
  id: 'mudu',
  label: { en: 'Mudu Live', zh: '目睹直播' },
  summary: { en: 'Live activities and videos.', zh: '直播活动与视频。' },
  icon: 'radio',
  keywords: 'mudu live video 目睹 直播 视频',
  docs: 'api.mudu.tv',
  checked: 'documentation',
  baseUrl: 'http://api.mudu.tv',
  fields: [{ name: 'token', kind: 'secret', label: { en: 'Access token', zh: '访问令牌' }, required: true }],
  auth: { scheme: 'bearer', token: 'token' },
  faults: [
    {
      code: 'HTTP:401',
      when: { en: 'The token is wrong or has ended.', zh: '令牌有误或已过期。' },
      hint: { en: 'Enter a new one in the connection.', zh: '在连接中填入新的令牌。' },
    },
  ],
  operations: [
    {
      id: 'list-activities',
      label: { en: 'List activities', zh: '活动列表' },
      summary: { en: 'Live activities, page by page.', zh: '直播活动，按页返回。' },
      method: 'GET',
      path: '/v1/activities',
      fields: [
        { name: 'p', kind: 'number', label: { en: 'Page', zh: '页码' }, default: 1, min: 1 },
        {
          name: 'live',
          kind: 'select',
          label: { en: 'Only', zh: '筛选' },
          default: '0',
          options: [
            { value: '0', label: { en: 'All', zh: '全部' } },
            { value: '1', label: { en: 'Those on air', zh: '直播中' } },
          ],
        },
      ],
      examples: [
        {
          title: { en: 'On air', zh: '直播中' },
          connection,
          arguments: { live: '1' },
          request: { path: '/v1/activities', query: { p: '1', live: '1' }, headers },
          answer: { status: 200, body: { data: [{ id: 1, name: '发布会' }] } },
          result: { data: [{ id: 1, name: '发布会' }] },
        },
        {
          title: { en: 'A token that has ended', zh: '令牌已过期' },
          connection,
          arguments: {},
          request: { path: '/v1/activities' },
          answer: { status: 401, body: { error: 'unauthorized' } },
          fault: 'HTTP:401',
        },
      ],
    },
    {
      id: 'list-videos',
      label: { en: 'List videos', zh: '视频列表' },
      summary: { en: 'The videos of the account.', zh: '账户下的视频。' },
      method: 'GET',
      path: '/v1/videos',
      fields: [{ name: 'p', kind: 'number', label: { en: 'Page', zh: '页码' }, default: 1, min: 1 }],
      examples: [
        {
          title: { en: 'The first page', zh: '第一页' },
          connection,
          arguments: {},
          request: { path: '/v1/videos', query: { p: '1' }, headers },
          answer: { status: 200, body: { data: [] } },
          result: { data: [] },
        },
      ],
    },
  ],
}
export default mudu
