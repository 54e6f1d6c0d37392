// GitHub: issues, comments and pull requests of a repository. Source: docs.github.com/rest (API version 2022-11-28).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const owner: AppField = {
  name: 'owner',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Owner', zh: '所有者' },
  required: true,
  placeholder: 'octocat',
}
const repo: AppField = {
  name: 'repo',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Repository', zh: '仓库' },
  required: true,
  placeholder: 'hello-world',
}
const issueNumber: AppField = {
  name: 'number',
  kind: 'value',
  type: 'int',
  in: 'path',
  label: { en: 'Issue number', zh: '议题编号' },
  required: true,
}
const state: AppField = {
  name: 'state',
  kind: 'select',
  label: { en: 'State', zh: '状态' },
  default: 'open',
  options: [
    { value: 'open', label: { en: 'Open', zh: '打开' } },
    { value: 'closed', label: { en: 'Closed', zh: '关闭' } },
    { value: 'all', label: { en: 'All', zh: '全部' } },
  ],
}
const headers = { Accept: 'application/vnd.github+json', 'X-GitHub-Api-Version': '2022-11-28' }
/** GitHub names the next page in the Link header. */
const nextPage =
  "{'page': int(msg.vars['page'] or 1) + 1} if 'rel=\"next\"' in ''.join(msg.attrs['headers'].get('link', [])) else None"

const github: AppManifest = {
  id: 'github',
  label: { en: 'GitHub', zh: 'GitHub' },
  summary: { en: 'Issues, comments and pull requests of a repository.', zh: '仓库的议题、评论与拉取请求。' },
  icon: 'git-branch',
  keywords: 'github git repository issue 仓库 议题 代码',
  docs: 'docs.github.com/rest',
  checked: 'documentation',
  baseUrl: 'https://api.github.com',
  fields: [
    {
      name: 'token',
      kind: 'secret',
      label: { en: 'Access token', zh: '访问令牌' },
      help: {
        en: 'A personal access token; public repositories can be read without one.',
        zh: '个人访问令牌；读取公开仓库可不填。',
      },
    },
  ],
  auth: { scheme: 'bearer', token: 'token' },
  faults: [
    {
      code: 'HTTP:401',
      when: { en: 'The token is wrong or has ended.', zh: '令牌有误或已过期。' },
      hint: { en: 'Enter a new token in the connection.', zh: '在连接中填入新的令牌。' },
    },
    {
      code: 'HTTP:403',
      when: {
        en: 'The token may not do this, or the hourly limit is reached.',
        zh: '令牌无此权限，或已达每小时上限。',
      },
      hint: {
        en: 'Look at x-ratelimit-remaining in the headers of the error.',
        zh: '查看错误响应头中的 x-ratelimit-remaining。',
      },
    },
    {
      code: 'HTTP:422',
      when: { en: 'GitHub does not take these values.', zh: 'GitHub 不接受这些值。' },
      hint: { en: 'The body of the error names the field.', zh: '错误响应体会指出字段。' },
    },
  ],
  operations: [
    {
      id: 'list-issues',
      label: { en: 'List issues', zh: '列出议题' },
      summary: { en: 'The issues of a repository, newest first.', zh: '仓库的议题，最新的在前。' },
      method: 'GET',
      path: '/repos/{owner}/{repo}/issues',
      headers,
      fields: [
        owner,
        repo,
        state,
        {
          name: 'labels',
          kind: 'value',
          type: 'str',
          label: { en: 'Labels', zh: '标签' },
          help: { en: 'Names with commas between.', zh: '以逗号分隔的名称。' },
        },
        {
          name: 'per_page',
          kind: 'number',
          label: { en: 'A page has', zh: '每页条数' },
          default: 100,
          min: 1,
          max: 100,
          advanced: true,
        },
      ],
      nextPage,
      output: {
        type: 'list',
        items: { type: 'dict', fields: { number: { type: 'int' }, title: { type: 'str' } } },
      },
      examples: [
        {
          title: { en: 'Open bugs', zh: '打开的缺陷' },
          connection: { token: 'ghp_example' },
          arguments: { owner: 'octocat', repo: 'hello world', labels: 'bug' },
          request: {
            path: '/repos/octocat/hello%20world/issues',
            query: { state: 'open', labels: 'bug', per_page: '100' },
            headers: { authorization: 'Bearer ghp_example', accept: 'application/vnd.github+json' },
          },
          answer: { status: 200, body: [{ number: 1347, title: 'Found a bug', state: 'open' }] },
          result: [{ number: 1347, title: 'Found a bug', state: 'open' }],
        },
        {
          title: { en: 'A repository that is not there', zh: '不存在的仓库' },
          arguments: { owner: 'octocat', repo: 'nothing' },
          request: { path: '/repos/octocat/nothing/issues' },
          answer: { status: 404, body: { message: 'Not Found' } },
          fault: 'HTTP:404',
        },
      ],
    },
    {
      id: 'create-issue',
      label: { en: 'Create issue', zh: '创建议题' },
      summary: { en: 'Opens an issue in a repository.', zh: '在仓库中新建议题。' },
      method: 'POST',
      path: '/repos/{owner}/{repo}/issues',
      headers,
      fields: [
        owner,
        repo,
        { name: 'title', kind: 'value', type: 'str', label: { en: 'Title', zh: '标题' }, required: true },
        { name: 'body', kind: 'value', type: 'str', label: { en: 'Text', zh: '正文' } },
        {
          name: 'labels',
          kind: 'value',
          label: { en: 'Labels', zh: '标签' },
          help: { en: 'A list of names.', zh: '名称列表。' },
        },
        {
          name: 'assignees',
          kind: 'value',
          label: { en: 'Assignees', zh: '负责人' },
          help: { en: 'A list of user names.', zh: '用户名列表。' },
          advanced: true,
        },
      ],
      examples: [
        {
          title: { en: 'Report a failed run', zh: '报告失败的运行' },
          connection: { token: 'ghp_example' },
          arguments: { owner: 'octocat', repo: 'ops', title: 'Sync failed', labels: ['sync', '同步'] },
          request: {
            path: '/repos/octocat/ops/issues',
            headers: { authorization: 'Bearer ghp_example', 'content-type': 'application/json' },
            body: { title: 'Sync failed', labels: ['sync', '同步'] },
          },
          answer: { status: 201, body: { number: 8, html_url: 'https://github.com/octocat/ops/issues/8' } },
          result: { number: 8, html_url: 'https://github.com/octocat/ops/issues/8' },
        },
        {
          title: { en: 'Somebody who may not be assigned', zh: '不能指派的用户' },
          arguments: { owner: 'octocat', repo: 'ops', title: 'Late', assignees: ['nobody'] },
          request: { path: '/repos/octocat/ops/issues', body: { title: 'Late', assignees: ['nobody'] } },
          answer: { status: 422, body: { message: 'Validation Failed' } },
          fault: 'HTTP:422',
        },
      ],
    },
    {
      id: 'comment',
      label: { en: 'Comment on issue', zh: '评论议题' },
      summary: { en: 'Adds a comment to an issue or pull request.', zh: '为议题或拉取请求添加评论。' },
      method: 'POST',
      path: '/repos/{owner}/{repo}/issues/{number}/comments',
      headers,
      fields: [
        owner,
        repo,
        issueNumber,
        { name: 'body', kind: 'value', type: 'str', label: { en: 'Text', zh: '正文' }, required: true },
      ],
      examples: [
        {
          title: { en: 'Say that it is done', zh: '告知已完成' },
          arguments: { owner: 'octocat', repo: 'ops', number: 8, body: '好了' },
          request: { path: '/repos/octocat/ops/issues/8/comments', body: { body: '好了' } },
          answer: { status: 201, body: { id: 1, body: '好了' } },
          result: { id: 1, body: '好了' },
        },
      ],
    },
    {
      id: 'list-pulls',
      label: { en: 'List pull requests', zh: '列出拉取请求' },
      summary: { en: 'The pull requests of a repository.', zh: '仓库的拉取请求。' },
      method: 'GET',
      path: '/repos/{owner}/{repo}/pulls',
      headers,
      fields: [owner, repo, state],
      nextPage,
      examples: [
        {
          title: { en: 'All of them', zh: '全部' },
          arguments: { owner: 'octocat', repo: 'ops', state: 'all' },
          request: { path: '/repos/octocat/ops/pulls', query: { state: 'all' } },
          answer: { status: 200, body: [{ number: 3 }] },
          result: [{ number: 3 }],
        },
      ],
    },
  ],
}
export default github
