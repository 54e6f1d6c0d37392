// 微盟 Weimob: customers and shop information by the cloud's gateway. The access token is fetched and kept by the connector.
// Source: doc.weimobcloud.com (服务授权, WOS 接口).
import type { AppManifest, AppOperation } from '../../worker/model/app-manifest.ts'

const connection = {
  clientId: 'wm',
  clientSecret: 'wm-secret',
  shopId: '4019',
  shopType: 'business_operation_system_id',
}
const query = { accesstoken: 'token-of-wm-secret' }
const ok = (data: unknown) => ({ status: 200, body: { code: { errcode: '0', errmsg: 'success' }, data } })
const failure = { code: 'code.errcode', ok: ['0'], message: 'code.errmsg' }

/** An operation of the gateway takes one JSON content, which the vendor's page of it describes. */
function operation(
  id: string,
  path: string,
  label: AppOperation['label'],
  summary: AppOperation['summary'],
  content: Record<string, unknown>,
  data: unknown,
): AppOperation {
  return {
    id,
    label,
    summary,
    method: 'POST',
    path,
    fields: [
      {
        name: 'content',
        kind: 'value',
        label: { en: 'Content', zh: '请求内容' },
        help: {
          en: "A dict, as the vendor's page of the operation describes it.",
          zh: '字典，结构见微盟该接口文档。',
        },
        required: true,
      },
    ],
    body: "msg.vars['content']",
    result: "msg.payload['data']",
    examples: [
      {
        title: { en: 'One', zh: '一例' },
        connection,
        arguments: { content },
        request: { path, query, body: content },
        answer: ok(data),
        result: data,
      },
      {
        title: { en: 'Refused', zh: '被拒绝' },
        connection,
        arguments: { content },
        request: { path },
        answer: { status: 200, body: { code: { errcode: '1001', errmsg: '无权限' }, data: null } },
        fault: 'WEIMOB:1001',
      },
    ],
  }
}

const weimob: AppManifest = {
  id: 'weimob',
  label: { en: 'Weimob', zh: '微盟' },
  summary: { en: 'Customers and shops of Weimob.', zh: '微盟的客户与店铺。' },
  icon: 'store',
  keywords: 'weimob shop customer crm order 微盟 店铺 客户 订单',
  docs: 'doc.weimobcloud.com',
  checked: 'documentation',
  baseUrl: 'https://dopen.weimob.com',
  fields: [
    { name: 'clientId', kind: 'string', label: { en: 'Client ID', zh: 'client_id' }, required: true },
    {
      name: 'clientSecret',
      kind: 'secret',
      label: { en: 'Client secret', zh: 'client_secret' },
      required: true,
    },
    { name: 'shopId', kind: 'string', label: { en: 'Shop ID', zh: '店铺 shop_id' }, required: true },
    {
      name: 'shopType',
      kind: 'string',
      label: { en: 'Shop type', zh: '店铺类型 shop_type' },
      default: 'business_operation_system_id',
      required: true,
    },
  ],
  auth: {
    scheme: 'fetched-token',
    ask: {
      method: 'POST',
      path: '/fuwu/b/oauth2/token',
      as: 'query',
      fields: {
        client_id: 'clientId',
        client_secret: 'clientSecret',
        shop_id: 'shopId',
        shop_type: 'shopType',
      },
      fixed: { grant_type: 'client_credentials' },
    },
    put: { query: 'accesstoken' },
    failure,
    stale: ['80001001000119'],
  },
  failure,
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'Client and shop do not give a token.', zh: '应用与店铺无法换取令牌。' },
      hint: {
        en: 'Check the values; the shop has to have authorised the application.',
        zh: '核对各项；店铺须已授权该应用。',
      },
    },
  ],
  operations: [
    operation(
      'import-customers',
      '/apigw/weimob_crm/v2.0/customer/import',
      { en: 'Import customers', zh: '导入客户' },
      { en: 'Customers into the CRM.', zh: '向 CRM 导入客户。' },
      { userList: [{ phone: '13800000000' }] },
      { successNum: 1 },
    ),
    operation(
      'update-customer',
      '/apigw/weimob_crm/v2.0/customer/update',
      { en: 'Update customer', zh: '更新客户' },
      { en: 'Values of a customer.', zh: '更新客户资料。' },
      { wid: 7, nickname: '李四' },
      { success: true },
    ),
    operation(
      'import-orders',
      '/apigw/weimob_shop/v2.0/order/omni/import',
      { en: 'Import orders', zh: '导入订单' },
      { en: 'Orders of other channels.', zh: '导入其他渠道的订单。' },
      { orderList: [{ outerOrderNo: 'A-1' }] },
      { successNum: 1 },
    ),
    operation(
      'shop-information',
      '/apigw/bos/v2.0/info/get',
      { en: 'Shop information', zh: '店铺信息' },
      { en: 'What the cloud knows of the shop.', zh: '查询店铺信息。' },
      {},
      { bosId: 4019 },
    ),
  ],
}
export default weimob
