// 维格表: records, fields and views of datasheets. Source: developers.vika.cn (Fusion API v1).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const datasheet: AppField = {
  name: 'datasheet',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Datasheet ID', zh: '维格表 ID' },
  required: true,
  placeholder: 'dst0Yj5aNeoHldqvf6',
}
const fieldKey: AppField = {
  name: 'fieldKey',
  kind: 'select',
  in: 'query',
  label: { en: 'Fields by', zh: '字段以' },
  default: 'name',
  options: [
    { value: 'name', label: { en: 'Name', zh: '名称' } },
    { value: 'id', label: { en: 'ID', zh: '字段 ID' } },
  ],
  advanced: true,
}
const records: AppField = {
  name: 'records',
  kind: 'value',
  label: { en: 'Records', zh: '记录' },
  help: { en: 'A list of at most 10 dicts.', zh: '至多 10 个字典的列表。' },
  required: true,
}
const path = '/fusion/v1/datasheets/{datasheet}/records'
const at = '/fusion/v1/datasheets/dst1/records'
const connection = { token: 'usk-example' }
const authorization = { authorization: 'Bearer usk-example' }
const row = { recordId: 'rec1', fields: { 标题: '订单', 数量: 2 } }
const ok = (data: unknown) => ({ status: 200, body: { success: true, code: 200, message: 'SUCCESS', data } })

const vika: AppManifest = {
  id: 'vika',
  label: { en: 'Vika', zh: '维格表' },
  summary: { en: 'Records, fields and views of datasheets.', zh: '维格表的记录、字段与视图。' },
  icon: 'table-2',
  keywords: 'vika datasheet table record 维格表 维格表格 记录',
  docs: 'developers.vika.cn',
  checked: 'documentation',
  baseUrl: 'https://api.vika.cn',
  fields: [
    { name: 'token', kind: 'secret', label: { en: 'API token', zh: 'API Token（令牌）' }, required: true },
  ],
  auth: { scheme: 'bearer', token: 'token' },
  failure: { code: 'code', ok: ['200'], message: 'message' },
  faults: [
    {
      code: 'HTTP:401',
      when: { en: 'The token is wrong.', zh: '令牌有误。' },
      hint: { en: 'Enter it again in the connection.', zh: '在连接中重新填写。' },
    },
    {
      code: 'HTTP:429',
      when: { en: 'More than five calls in a second.', zh: '每秒调用超过 5 次。' },
      hint: { en: 'Put a Rate Limiter before this step.', zh: '在此步骤前加 Rate Limiter。' },
    },
    {
      code: 'VIKA:301',
      when: {
        en: 'There is no such datasheet, or the token may not see it.',
        zh: '维格表不存在，或令牌无权访问。',
      },
      hint: { en: 'Check its id.', zh: '检查其 ID。' },
    },
  ],
  operations: [
    {
      id: 'list-records',
      label: { en: 'List records', zh: '查询记录' },
      summary: { en: 'Records of a datasheet, also by a formula.', zh: '查询维格表的记录，可按公式筛选。' },
      method: 'GET',
      path,
      fields: [
        datasheet,
        { name: 'viewId', kind: 'value', type: 'str', label: { en: 'View ID', zh: '视图 ID' } },
        {
          name: 'filterByFormula',
          kind: 'value',
          type: 'str',
          label: { en: 'Formula', zh: '筛选公式' },
          placeholder: '{数量}>1',
        },
        { name: 'pageSize', kind: 'number', label: { en: 'A page has', zh: '每页条数' }, default: 1000, min: 1, max: 1000, advanced: true }, // prettier-ignore
        fieldKey,
      ],
      result: "msg.payload['data']['records']",
      nextPage:
        "{'pageNum': int(msg.payload['data']['pageNum']) + 1} if int(msg.payload['data']['pageNum']) * int(msg.payload['data']['pageSize']) < int(msg.payload['data']['total']) else None",
      output: { type: 'list', items: { type: 'dict', fields: { recordId: { type: 'str' }, fields: { type: 'dict', fields: {} } } } }, // prettier-ignore
      examples: [
        {
          title: { en: 'More than one', zh: '数量大于一' },
          connection,
          arguments: { datasheet: 'dst1', filterByFormula: '{数量}>1' },
          request: {
            path: at,
            query: { filterByFormula: '{数量}>1', pageSize: '1000', fieldKey: 'name' },
            headers: authorization,
          },
          answer: ok({ pageNum: 1, pageSize: 1, total: 1, records: [row] }),
          result: [row],
        },
        {
          title: { en: 'A datasheet that is not there', zh: '不存在的维格表' },
          connection,
          arguments: { datasheet: 'dst1' },
          request: { path: at },
          answer: { status: 200, body: { success: false, code: 301, message: 'Datasheet is not exist' } },
          fault: 'VIKA:301',
        },
      ],
    },
    {
      id: 'create-records',
      label: { en: 'Create records', zh: '新增记录' },
      summary: { en: 'At most 10 at once.', zh: '每次至多 10 条。' },
      method: 'POST',
      path,
      fields: [datasheet, { ...records, help: { en: 'Each {"fields": {…}}.', zh: '每条为 {"fields": {…}}。' } }, { ...fieldKey, in: 'body' }], // prettier-ignore
      result: "msg.payload['data']['records']",
      examples: [
        {
          title: { en: 'One order', zh: '一条订单' },
          connection,
          arguments: { datasheet: 'dst1', records: [{ fields: row.fields }] },
          request: {
            path: at,
            headers: authorization,
            body: { records: [{ fields: row.fields }], fieldKey: 'name' },
          },
          answer: ok({ records: [row] }),
          result: [row],
        },
      ],
    },
    {
      id: 'update-records',
      label: { en: 'Update records', zh: '更新记录' },
      summary: { en: 'At most 10 at once; other fields stay.', zh: '每次至多 10 条；其余字段不变。' },
      method: 'PATCH',
      path,
      fields: [datasheet, { ...records, help: { en: 'Each {"recordId": …, "fields": {…}}.', zh: '每条为 {"recordId": …, "fields": {…}}。' } }, { ...fieldKey, in: 'body' }], // prettier-ignore
      result: "msg.payload['data']['records']",
      examples: [
        {
          title: { en: 'Another number', zh: '修改数量' },
          connection,
          arguments: { datasheet: 'dst1', records: [row] },
          request: { path: at, body: { records: [row], fieldKey: 'name' } },
          answer: ok({ records: [row] }),
          result: [row],
        },
      ],
    },
    {
      id: 'delete-records',
      label: { en: 'Delete records', zh: '删除记录' },
      summary: { en: 'At most 10 at once.', zh: '每次至多 10 条。' },
      method: 'DELETE',
      path,
      fields: [
        datasheet,
        {
          name: 'recordIds',
          kind: 'value',
          label: { en: 'Record IDs', zh: '记录 ID' },
          help: { en: 'A list.', zh: '列表。' },
          required: true,
        },
      ],
      result: "msg.payload['success']",
      examples: [
        {
          title: { en: 'Two', zh: '两条' },
          connection,
          arguments: { datasheet: 'dst1', recordIds: ['rec1', 'rec2'] },
          request: { path: at, query: { recordIds: 'rec1' } },
          answer: { status: 200, body: { success: true, code: 200, message: 'SUCCESS' } },
          result: true,
        },
      ],
    },
    {
      id: 'list-fields',
      label: { en: 'List fields', zh: '查询字段' },
      summary: { en: 'The fields of a datasheet with their types.', zh: '维格表的字段及其类型。' },
      method: 'GET',
      path: '/fusion/v1/datasheets/{datasheet}/fields',
      fields: [datasheet],
      result: "msg.payload['data']['fields']",
      examples: [
        {
          title: { en: 'Of orders', zh: '订单表' },
          connection,
          arguments: { datasheet: 'dst1' },
          request: { path: '/fusion/v1/datasheets/dst1/fields' },
          answer: ok({ fields: [{ id: 'fld1', name: '标题', type: 'SingleText' }] }),
          result: [{ id: 'fld1', name: '标题', type: 'SingleText' }],
        },
      ],
    },
  ],
}
export default vika
