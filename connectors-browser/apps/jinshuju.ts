// 金数据: forms and their entries. Source: help.jinshuju.net/articles/api-intro (API v1).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const form: AppField = {
  name: 'form',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Form token', zh: '表单 Token' },
  help: { en: "The last part of the form's address.", zh: '表单网址的最后一段。' },
  required: true,
  placeholder: 'RygpW3',
}
const connection = { apiKey: 'k', apiSecret: 's-1' }
const authorization = `Basic ${btoa('k:s-1')}`
const entry = { serial_number: 1, field_1: '张三' }

const jinshuju: AppManifest = {
  id: 'jinshuju',
  label: { en: 'Jinshuju', zh: '金数据' },
  summary: { en: 'Forms and their entries.', zh: '表单及其数据。' },
  icon: 'clipboard-list',
  keywords: 'jinshuju form entry survey 金数据 表单 问卷',
  docs: 'help.jinshuju.net/articles/api-intro',
  checked: 'documentation',
  baseUrl: 'https://jinshuju.net',
  fields: [
    { name: 'apiKey', kind: 'string', label: { en: 'API key', zh: 'API Key（密钥标识）' }, required: true },
    {
      name: 'apiSecret',
      kind: 'secret',
      label: { en: 'API secret', zh: 'API Secret（密钥）' },
      required: true,
    },
  ],
  auth: { scheme: 'basic', user: 'apiKey', password: 'apiSecret' },
  faults: [
    {
      code: 'HTTP:401',
      when: { en: 'Key or secret is wrong.', zh: 'API Key 或 Secret 有误。' },
      hint: { en: 'Enter both again in the connection.', zh: '在连接中重新填写二者。' },
    },
    {
      code: 'HTTP:404',
      when: { en: 'There is no such form.', zh: '表单不存在。' },
      hint: { en: 'Check its token.', zh: '检查表单 Token。' },
    },
    {
      code: 'HTTP:422',
      when: { en: 'The form does not take these values.', zh: '表单不接受这些值。' },
      hint: { en: 'The body of the error names the field.', zh: '错误响应体会指出字段。' },
    },
  ],
  operations: [
    {
      id: 'list-forms',
      label: { en: 'List forms', zh: '列出表单' },
      summary: { en: 'The forms of the account.', zh: '账户下的表单。' },
      method: 'GET',
      path: '/api/v1/forms',
      fields: [],
      result: "msg.payload['data']",
      nextPage: "{'cursor': msg.payload['next']} if msg.payload.get('next') else None",
      examples: [
        {
          title: { en: 'All', zh: '全部' },
          connection,
          arguments: {},
          request: { path: '/api/v1/forms', headers: { authorization } },
          answer: {
            status: 200,
            body: { total: 1, count: 1, data: [{ token: 'RygpW3', name: '报名' }], next: null },
          },
          result: [{ token: 'RygpW3', name: '报名' }],
        },
      ],
    },
    {
      id: 'get-form',
      label: { en: 'Get form', zh: '读取表单' },
      summary: { en: 'A form with its fields.', zh: '表单及其字段。' },
      method: 'GET',
      path: '/api/v1/forms/{form}',
      fields: [form],
      examples: [
        {
          title: { en: 'One that is there', zh: '已有的表单' },
          connection,
          arguments: { form: 'RygpW3' },
          request: { path: '/api/v1/forms/RygpW3' },
          answer: {
            status: 200,
            body: { token: 'RygpW3', name: '报名', fields: [{ field_1: { label: '姓名' } }] },
          },
          result: { token: 'RygpW3', name: '报名', fields: [{ field_1: { label: '姓名' } }] },
        },
        {
          title: { en: 'One that is not', zh: '不存在的表单' },
          connection,
          arguments: { form: 'nothing' },
          request: { path: '/api/v1/forms/nothing' },
          answer: { status: 404, body: { error: 'not found' } },
          fault: 'HTTP:404',
        },
      ],
    },
    {
      id: 'list-entries',
      label: { en: 'List entries', zh: '查询数据' },
      summary: {
        en: 'What was filled in, oldest first, 50 a page.',
        zh: '已提交的数据，最早的在前，每页 50 条。',
      },
      method: 'GET',
      path: '/api/v1/forms/{form}/entries',
      fields: [
        form,
        {
          name: 'next',
          kind: 'value',
          type: 'int',
          label: { en: 'From number', zh: '起始序号' },
          help: { en: 'serial_number of the first one.', zh: '第一条的 serial_number。' },
        },
      ],
      result: "msg.payload['data']",
      nextPage: "{'next': msg.payload['next']} if msg.payload.get('next') else None",
      examples: [
        {
          title: { en: 'From the first', zh: '从第一条起' },
          connection,
          arguments: { form: 'RygpW3', next: 1 },
          request: { path: '/api/v1/forms/RygpW3/entries', query: { next: '1' } },
          answer: { status: 200, body: { total: 1, count: 1, data: [entry], next: null } },
          result: [entry],
        },
      ],
    },
    {
      id: 'create-entry',
      label: { en: 'Add entry', zh: '新增数据' },
      summary: { en: 'Fills a form in.', zh: '向表单提交一条数据。' },
      method: 'POST',
      path: '/api/v1/forms/{form}',
      fields: [
        form,
        {
          name: 'entry',
          kind: 'value',
          label: { en: 'Values', zh: '字段值' },
          help: { en: 'A dict: field_1, field_2 …', zh: '字典：field_1、field_2……' },
          required: true,
        },
      ],
      body: "msg.vars['entry']",
      examples: [
        {
          title: { en: 'A name', zh: '提交姓名' },
          connection,
          arguments: { form: 'RygpW3', entry: { field_1: '张三' } },
          request: { path: '/api/v1/forms/RygpW3', headers: { authorization }, body: { field_1: '张三' } },
          answer: { status: 201, body: entry },
          result: entry,
        },
        {
          title: { en: 'A field that has to be there', zh: '缺少必填字段' },
          connection,
          arguments: { form: 'RygpW3', entry: {} },
          request: { path: '/api/v1/forms/RygpW3', body: {} },
          answer: { status: 422, body: { error: 'field_1 不能为空' } },
          fault: 'HTTP:422',
        },
      ],
    },
  ],
}
export default jinshuju
