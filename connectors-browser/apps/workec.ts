// 六度人和 EC SCRM: customers and the staff of a company. Source: open.workec.com (API v2).
import type { AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { corpId: '21299', appId: '500000000000000000', appSecret: 'ec-secret' }
const headers = { 'x-ec-cid': '21299' }
const ok = (data: unknown) => ({ status: 200, body: { code: 200, msg: 'success', data } })

const workec: AppManifest = {
  id: 'workec',
  label: { en: 'EC SCRM', zh: '六度人和 EC' },
  summary: { en: 'Customers and staff of EC SCRM.', zh: 'EC SCRM 的客户与组织架构。' },
  icon: 'contact',
  keywords: 'ec workec scrm crm customer 六度 六度人和 客户',
  docs: 'open.workec.com',
  checked: 'documentation',
  baseUrl: 'https://open.workec.com',
  fields: [
    { name: 'corpId', kind: 'string', label: { en: 'Corp ID', zh: '企业 ID' }, required: true },
    { name: 'appId', kind: 'string', label: { en: 'App ID', zh: '应用 ID' }, required: true },
    { name: 'appSecret', kind: 'secret', label: { en: 'App secret', zh: '应用密钥' }, required: true },
  ],
  auth: { scheme: 'workec' },
  failure: { code: 'code', ok: ['200'], message: 'msg' },
  faults: [
    {
      code: 'WORKEC:401',
      when: { en: 'The signature is wrong.', zh: '签名错误。' },
      hint: { en: 'Enter ids and secret again.', zh: '重新填写各 ID 与密钥。' },
    },
  ],
  operations: [
    {
      id: 'add-customer',
      label: { en: 'Add customer', zh: '新增客户' },
      summary: { en: 'One customer for a member of the staff.', zh: '为员工新增一位客户。' },
      method: 'POST',
      path: '/v2/customer/addCustomer',
      fields: [
        {
          name: 'optUserId',
          kind: 'value',
          type: 'int',
          label: { en: 'Done by', zh: '操作人 ID' },
          required: true,
        },
        { name: 'name', kind: 'value', type: 'str', label: { en: 'Name', zh: '客户姓名' }, required: true },
        { name: 'mobile', kind: 'value', type: 'str', label: { en: 'Mobile', zh: '手机号' } },
        { name: 'company', kind: 'value', type: 'str', label: { en: 'Company', zh: '公司' } },
        { name: 'memo', kind: 'value', type: 'str', label: { en: 'Note', zh: '备注' } },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'By mobile', zh: '按手机号' },
          connection,
          arguments: { optUserId: 5, name: '李四', mobile: '13800000000' },
          request: {
            path: '/v2/customer/addCustomer',
            headers,
            body: { optUserId: 5, name: '李四', mobile: '13800000000' },
          },
          answer: ok({ crmId: 77 }),
          result: { crmId: 77 },
        },
        {
          title: { en: 'A wrong secret', zh: '密钥有误' },
          connection,
          arguments: { optUserId: 5, name: '李四' },
          request: { path: '/v2/customer/addCustomer' },
          answer: { status: 200, body: { code: 401, msg: 'sign error' } },
          fault: 'WORKEC:401',
        },
      ],
    },
    {
      id: 'find-customer',
      label: { en: 'Find customer', zh: '精确查询客户' },
      summary: { en: 'By mobile numbers.', zh: '按手机号精确查询。' },
      method: 'POST',
      path: '/v2/customer/preciseQuery',
      fields: [
        { name: 'mobile', kind: 'value', type: 'str', label: { en: 'Mobile', zh: '手机号' }, required: true },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'One that is there', zh: '已有客户' },
          connection,
          arguments: { mobile: '13800000000' },
          request: { path: '/v2/customer/preciseQuery', headers, body: { mobile: '13800000000' } },
          answer: ok([{ crmId: 77, name: '李四' }]),
          result: [{ crmId: 77, name: '李四' }],
        },
      ],
    },
    {
      id: 'structure',
      label: { en: 'Departments and staff', zh: '组织架构' },
      summary: { en: 'The departments and members of the company.', zh: '企业的部门与员工。' },
      method: 'GET',
      path: '/v2/org/struct/info',
      fields: [],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'All', zh: '全部' },
          connection,
          arguments: {},
          request: { path: '/v2/org/struct/info', headers },
          answer: ok({ depts: [{ deptId: 1 }], users: [{ userId: 5 }] }),
          result: { depts: [{ deptId: 1 }], users: [{ userId: 5 }] },
        },
      ],
    },
  ],
}
export default workec
