// 金蝶精斗云: customers and goods of an account set, and any other list. Source: open.jdy.com (接口鉴权, 基础资料).
import type { AppField, AppManifest, AppOperation } from '../../worker/model/app-manifest.ts'

const connection = { clientId: '205022', clientSecret: 'jdy-secret', appKey: 'abc', appSecret: 'abc123' }
const headers = { 'x-api-clientid': '205022', 'app-token': 'token-of-abc123' }
const page: AppField[] = [
  { name: 'page', kind: 'value', type: 'int', label: { en: 'Page', zh: '页码' }, default: 1 },
  { name: 'page_size', kind: 'value', type: 'int', label: { en: 'Per page', zh: '每页条数' }, default: 50 },
  { name: 'search', kind: 'value', type: 'str', label: { en: 'Search', zh: '模糊搜索' } },
]
const list = (
  what: 'customer' | 'material',
  label: AppOperation['label'],
  summary: AppOperation['summary'],
): AppOperation => ({
  id: `list-${what}s`,
  label,
  summary,
  method: 'GET',
  path: `/jdy/v2/bd/${what}`,
  fields: page,
  result: "msg.payload['data']['rows']",
  examples: [
    {
      title: { en: 'By name', zh: '按名称' },
      connection,
      arguments: { page: 1, page_size: 10, search: '轻联' },
      request: { path: `/jdy/v2/bd/${what}`, query: { page: '1', search: '轻联' }, headers },
      answer: {
        status: 200,
        body: { errcode: 0, description_cn: '成功', data: { rows: [{ id: '7', name: '轻联' }], count: '1' } },
      },
      result: [{ id: '7', name: '轻联' }],
    },
  ],
})

const kingdeeJdy: AppManifest = {
  id: 'kingdee-jdy',
  label: { en: 'Kingdee JDY', zh: '金蝶精斗云' },
  summary: { en: 'Customers and goods of an account set.', zh: '账套的客户与商品。' },
  icon: 'calculator',
  keywords: 'kingdee jdy erp customer goods 金蝶 精斗云 星辰 客户 商品',
  docs: 'open.jdy.com',
  checked: 'documentation',
  baseUrl: 'https://api.kingdee.com',
  fields: [
    { name: 'clientId', kind: 'string', label: { en: 'Client ID', zh: 'Client ID' }, required: true },
    {
      name: 'clientSecret',
      kind: 'secret',
      label: { en: 'Client secret', zh: 'Client Secret' },
      required: true,
    },
    { name: 'appKey', kind: 'string', label: { en: 'App key', zh: 'App Key' }, required: true },
    { name: 'appSecret', kind: 'secret', label: { en: 'App secret', zh: 'App Secret' }, required: true },
    {
      name: 'router',
      kind: 'string',
      label: { en: 'Router address', zh: '路由地址' },
      help: { en: 'The domain of the account set.', zh: '账套的域名（X-GW-Router-Addr）。' },
    },
  ],
  auth: { scheme: 'kingdee-jdy' },
  failure: { code: 'errcode', ok: ['0'], message: 'description_cn' },
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'The four values do not give a token.', zh: '四项凭证无法换取令牌。' },
      hint: { en: 'Check them in the connection.', zh: '在连接中核对。' },
    },
  ],
  operations: [
    list(
      'customer',
      { en: 'List customers', zh: '查询客户' },
      { en: 'Customers of the account set.', zh: '账套的客户列表。' },
    ),
    list(
      'material',
      { en: 'List goods', zh: '查询商品' },
      { en: 'Goods of the account set.', zh: '账套的商品列表。' },
    ),
  ],
}
export default kingdeeJdy
