// 腾讯文档: files and sheets of a user. Source: docs.qq.com/open/document (OpenAPI v2, v3).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const file: AppField = {
  name: 'file',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'File ID', zh: '文件 ID' },
  required: true,
}
const connection = { clientId: 'c-1', openId: 'o-1', accessToken: 'docs-token' }
const headers = { 'access-token': 'docs-token', 'client-id': 'c-1', 'open-id': 'o-1' }

const tencentDocs: AppManifest = {
  id: 'tencent-docs',
  label: { en: 'Tencent Docs', zh: '腾讯文档' },
  summary: { en: 'Files and sheets of a user.', zh: '用户的文档与在线表格。' },
  icon: 'file-spreadsheet',
  keywords: 'tencent docs sheet spreadsheet document 腾讯文档 表格 文档',
  docs: 'docs.qq.com/open/document',
  checked: 'documentation',
  baseUrl: 'https://docs.qq.com',
  fields: [
    {
      name: 'clientId',
      kind: 'string',
      label: { en: 'Client ID', zh: '应用 ID（Client-Id）' },
      required: true,
    },
    { name: 'openId', kind: 'string', label: { en: 'Open ID', zh: '用户 Open-Id（标识）' }, required: true },
    {
      name: 'accessToken',
      kind: 'secret',
      label: { en: 'Access token', zh: '访问令牌' },
      help: { en: "From the vendor's OAuth; it lasts 30 days.", zh: '由官方 OAuth 授权取得，有效期 30 天。' },
      required: true,
    },
  ],
  auth: {
    scheme: 'header-keys',
    headers: { 'Access-Token': 'accessToken', 'Client-Id': 'clientId', 'Open-Id': 'openId' },
  },
  failure: { code: 'ret', ok: ['0'], message: 'msg' },
  faults: [
    {
      code: 'TENCENT-DOCS:400006',
      when: { en: 'The token is wrong or has ended.', zh: '令牌有误或已过期。' },
      hint: { en: 'Enter a new one in the connection.', zh: '在连接中填入新的令牌。' },
    },
  ],
  operations: [
    {
      id: 'get-file',
      label: { en: 'Get file', zh: '查询文档信息' },
      summary: { en: 'Name, kind and address of a file.', zh: '文档的名称、类型与地址。' },
      method: 'GET',
      path: '/openapi/drive/v2/files/{file}/metadata',
      fields: [file],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A sheet', zh: '在线表格' },
          connection,
          arguments: { file: '300000000$AAA' },
          request: { path: '/openapi/drive/v2/files/300000000%24AAA/metadata', headers },
          answer: {
            status: 200,
            body: { ret: 0, msg: 'Succeed', data: { ID: '300000000$AAA', title: '报价' } },
          },
          result: { ID: '300000000$AAA', title: '报价' },
        },
        {
          title: { en: 'A token that has ended', zh: '令牌已过期' },
          connection,
          arguments: { file: 'x' },
          request: { path: '/openapi/drive/v2/files/x/metadata' },
          answer: { status: 200, body: { ret: 400006, msg: 'Access Token 鉴权失败' } },
          fault: 'TENCENT-DOCS:400006',
        },
      ],
    },
    {
      id: 'create-file',
      label: { en: 'Create file', zh: '新建文档' },
      summary: { en: 'A document, a sheet or a form.', zh: '新建文档、表格或收集表。' },
      method: 'POST',
      path: '/openapi/drive/v2/files',
      bodyType: 'form',
      fields: [
        { name: 'title', kind: 'value', type: 'str', label: { en: 'Title', zh: '标题' }, required: true },
        {
          name: 'type',
          kind: 'select',
          label: { en: 'Kind', zh: '类型' },
          default: 'sheet',
          options: [
            { value: 'doc', label: { en: 'Document', zh: '文档' } },
            { value: 'sheet', label: { en: 'Sheet', zh: '表格' } },
            { value: 'slide', label: { en: 'Slides', zh: '幻灯片' } },
            { value: 'form', label: { en: 'Form', zh: '收集表' } },
          ],
        },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A sheet', zh: '新建表格' },
          connection,
          arguments: { title: '报价' },
          request: {
            path: '/openapi/drive/v2/files',
            headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
          },
          answer: { status: 200, body: { ret: 0, msg: 'Succeed', data: { ID: '3$B' } } },
          result: { ID: '3$B' },
        },
      ],
    },
    {
      id: 'get-sheets',
      label: { en: 'Get sheets', zh: '查询工作表' },
      summary: { en: 'The sheets of a spreadsheet with their sizes.', zh: '在线表格的工作表及其大小。' },
      method: 'GET',
      path: '/openapi/spreadsheet/v3/files/{file}',
      fields: [file],
      result: "msg.payload['properties']",
      examples: [
        {
          title: { en: 'One sheet', zh: '一张工作表' },
          connection,
          arguments: { file: 'B' },
          request: { path: '/openapi/spreadsheet/v3/files/B', headers },
          answer: { status: 200, body: { properties: [{ sheetId: 'BB08J2', title: '工作表1' }] } },
          result: [{ sheetId: 'BB08J2', title: '工作表1' }],
        },
      ],
    },
    {
      id: 'get-range',
      label: { en: 'Read cells', zh: '读取单元格' },
      summary: { en: 'A range of a sheet: A1:C10.', zh: '工作表的区域：A1:C10。' },
      method: 'GET',
      path: '/openapi/spreadsheet/v3/files/{file}/{sheet}/{range}',
      fields: [
        file,
        { name: 'sheet', kind: 'value', type: 'str', in: 'path', label: { en: 'Sheet ID', zh: '工作表 ID' }, required: true }, // prettier-ignore
        { name: 'range', kind: 'value', type: 'str', in: 'path', label: { en: 'Range', zh: '区域' }, required: true, placeholder: 'A1:C10' }, // prettier-ignore
      ],
      result: "msg.payload['gridData']",
      examples: [
        {
          title: { en: 'One row', zh: '一行' },
          connection,
          arguments: { file: 'B', sheet: 'BB08J2', range: 'A1:B1' },
          request: { path: '/openapi/spreadsheet/v3/files/B/BB08J2/A1%3AB1', headers },
          answer: { status: 200, body: { gridData: { startRow: 0, startColumn: 0, rows: [] } } },
          result: { startRow: 0, startColumn: 0, rows: [] },
        },
      ],
    },
  ],
}
export default tencentDocs
