// 腾讯乐享: teams, knowledge bases and documents. Source: lexiang.tencent.com/wiki/api (token, 15001 knowledge bases, 15003 entries)
// and lexiangla.com/wiki/api/11003.html (documents).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { appKey: 'lx-key', appSecret: 'lx-secret' }
const headers = { authorization: 'Bearer token-of-lx-secret' }
const folder = { type: 'kb_entry', id: 'e8', attributes: { name: '一级目录', entry_type: 'folder' } }
const title: AppField = {
  name: 'title',
  kind: 'value',
  type: 'str',
  label: { en: 'Title', zh: '标题' },
  required: true,
}
/** Who does it: the calls that write ask for a member of the staff. */
const staff: AppField = {
  name: 'x-staff-id',
  kind: 'value',
  type: 'str',
  in: 'header',
  label: { en: 'Done by', zh: '操作成员账号' },
  required: true,
  placeholder: 'ThreeZhang',
}

const lexiang: AppManifest = {
  id: 'lexiang',
  label: { en: 'Tencent Lexiang', zh: '腾讯乐享' },
  summary: { en: 'Knowledge bases and documents of Lexiang.', zh: '乐享的知识库与文档。' },
  icon: 'library-big',
  keywords: 'lexiang tencent knowledge document wiki 腾讯 乐享 知识库 文档',
  docs: 'lexiang.tencent.com/wiki/api',
  checked: 'documentation',
  baseUrl: 'https://lxapi.lexiangla.com',
  fields: [
    { name: 'appKey', kind: 'string', label: { en: 'AppKey', zh: 'AppKey' }, required: true },
    { name: 'appSecret', kind: 'secret', label: { en: 'AppSecret', zh: 'AppSecret' }, required: true },
  ],
  auth: {
    scheme: 'fetched-token',
    ask: {
      method: 'POST',
      path: '/cgi-bin/token',
      as: 'json',
      fields: { app_key: 'appKey', app_secret: 'appSecret' },
      fixed: { grant_type: 'client_credentials' },
    },
    put: 'bearer',
  },
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'Key and secret do not give a token.', zh: 'AppKey 与 AppSecret 无法换取令牌。' },
      hint: { en: 'Check both in the connection.', zh: '在连接中核对二者。' },
    },
    {
      code: 'HTTP:429',
      when: { en: 'Too many calls.', zh: '请求超出频率限制。' },
      hint: { en: 'Wait and retry.', zh: '稍候重试。' },
    },
  ],
  operations: [
    {
      id: 'list-spaces',
      label: { en: 'List knowledge bases', zh: '查询知识库' },
      summary: { en: 'The knowledge bases of a team.', zh: '团队的知识库列表。' },
      method: 'GET',
      path: '/cgi-bin/v1/kb/spaces',
      fields: [
        { name: 'team_id', kind: 'value', type: 'str', label: { en: 'Team', zh: '团队 ID' }, required: true },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'Of a team', zh: '某团队的' },
          connection,
          arguments: { team_id: 't1' },
          request: { path: '/cgi-bin/v1/kb/spaces', query: { team_id: 't1' }, headers },
          answer: {
            status: 200,
            body: { data: [{ type: 'kb_space', id: 's1', attributes: { name: '制度' } }] },
          },
          result: [{ type: 'kb_space', id: 's1', attributes: { name: '制度' } }],
        },
      ],
    },
    {
      id: 'create-folder',
      label: { en: 'Create folder', zh: '创建文件夹' },
      summary: { en: 'A folder within another entry.', zh: '在某节点下创建文件夹。' },
      method: 'POST',
      path: '/cgi-bin/v1/kb/entries',
      fields: [
        staff,
        {
          name: 'name',
          kind: 'value',
          type: 'str',
          label: { en: 'Name', zh: '名称' },
          required: true,
        },
        {
          name: 'parent',
          kind: 'value',
          type: 'str',
          label: { en: 'Parent entry', zh: '父节点 ID' },
          required: true,
        },
      ],
      body: "{'data': {'attributes': {'name': msg.vars['name'], 'entry_type': 'folder'}, 'relationships': {'parent_entry': {'data': {'type': 'entry', 'id': msg.vars['parent']}}}}}",
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'One level', zh: '一级目录' },
          connection,
          arguments: { 'x-staff-id': 'ThreeZhang', name: '一级目录', parent: 'p1' },
          request: {
            path: '/cgi-bin/v1/kb/entries',
            headers: { ...headers, 'x-staff-id': 'ThreeZhang' },
            body: {
              data: {
                attributes: { name: '一级目录', entry_type: 'folder' },
                relationships: { parent_entry: { data: { type: 'entry', id: 'p1' } } },
              },
            },
          },
          answer: { status: 200, body: { data: folder } },
          result: folder,
        },
        {
          title: { en: 'Too many calls', zh: '调用过频' },
          connection,
          arguments: { 'x-staff-id': 'ThreeZhang', name: '一级目录', parent: 'p1' },
          request: { path: '/cgi-bin/v1/kb/entries' },
          answer: { status: 429, body: {} },
          fault: 'HTTP:429',
        },
      ],
    },
    {
      id: 'create-document',
      label: { en: 'Create document', zh: '创建文档' },
      summary: { en: 'A document of Markdown text.', zh: '以 Markdown 文本创建文档。' },
      method: 'POST',
      path: '/cgi-bin/v1/docs',
      fields: [
        staff,
        title,
        {
          name: 'content',
          kind: 'value',
          type: 'str',
          label: { en: 'Text', zh: '正文' },
          required: true,
        },
      ],
      body: "{'data': {'type': 'doc', 'attributes': {'title': msg.vars['title'], 'content': msg.vars['content'], 'is_markdown': 1}}}",
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A notice', zh: '一篇通知' },
          connection,
          arguments: { 'x-staff-id': 'ThreeZhang', title: '通知', content: '# 放假' },
          request: {
            path: '/cgi-bin/v1/docs',
            headers: { ...headers, 'x-staff-id': 'ThreeZhang' },
            body: { data: { type: 'doc', attributes: { title: '通知', content: '# 放假', is_markdown: 1 } } },
          },
          answer: { status: 201, body: { data: { type: 'doc', id: 'd1' } } },
          result: { type: 'doc', id: 'd1' },
        },
      ],
    },
  ],
}
export default lexiang
