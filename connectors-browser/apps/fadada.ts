// 法大大 FASC 5.1: signing tasks and companies of the electronic signature service. Source: dev.fadada.com (API 5.1).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const connection = { appId: '80000001', appSecret: 'fdd-secret' }
const headers = { 'x-fasc-app-id': '80000001', 'x-fasc-accesstoken': 'token-of-fdd-secret' }
const ok = (data: unknown) => ({ status: 200, body: { code: '100000', msg: '请求成功', data } })
const task: AppField = {
  name: 'signTaskId',
  kind: 'value',
  type: 'str',
  label: { en: 'Signing task', zh: '签署任务 ID' },
  required: true,
}

const fadada: AppManifest = {
  id: 'fadada',
  label: { en: 'Fadada', zh: '法大大' },
  summary: { en: 'Electronic signatures: signing tasks.', zh: '电子签：签署任务。' },
  icon: 'signature',
  keywords: 'fadada fasc esign contract signature 法大大 电子签 合同 签署',
  docs: 'dev.fadada.com',
  checked: 'documentation',
  baseUrl: 'https://api.fadada.com/api/v5',
  fields: [
    { name: 'appId', kind: 'string', label: { en: 'App ID', zh: '应用 AppId' }, required: true },
    { name: 'appSecret', kind: 'secret', label: { en: 'App secret', zh: '应用 AppSecret' }, required: true },
  ],
  auth: { scheme: 'fadada', tokenPath: '/api/v5/service/get-access-token' },
  failure: { code: 'code', ok: ['100000'], message: 'msg' },
  faults: [
    {
      code: 'AUTH:TOKEN',
      when: { en: 'App and secret do not give a token.', zh: '应用凭证无法换取令牌。' },
      hint: { en: 'Check both in the connection.', zh: '在连接中核对二者。' },
    },
    {
      code: 'FADADA:100011',
      when: { en: 'A value is missing or wrong.', zh: '参数缺失或有误。' },
      hint: { en: 'The message names it.', zh: '错误信息会指出参数。' },
    },
  ],
  operations: [
    {
      id: 'create-task',
      label: { en: 'Create signing task', zh: '创建签署任务' },
      summary: { en: 'A task with its documents and signers.', zh: '创建含文档与参与方的签署任务。' },
      method: 'POST',
      path: '/sign-task/create',
      fields: [
        {
          name: 'initiator',
          kind: 'value',
          label: { en: 'Initiator', zh: '发起方' },
          help: { en: "{'idType': 'corp', 'openId': …}", zh: "{'idType': 'corp', 'openId': …}" },
          required: true,
        },
        {
          name: 'signTaskSubject',
          kind: 'value',
          type: 'str',
          label: { en: 'Subject', zh: '任务主题' },
          required: true,
        },
        { name: 'docs', kind: 'value', label: { en: 'Documents', zh: '文档列表' } },
        { name: 'actors', kind: 'value', label: { en: 'Signers', zh: '参与方列表' } },
        {
          name: 'autoStart',
          kind: 'value',
          type: 'bool',
          label: { en: 'Start at once', zh: '立即提交' },
          default: false,
        },
      ],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'A contract', zh: '一份合同' },
          connection,
          arguments: {
            initiator: { idType: 'corp', openId: 'o1' },
            signTaskSubject: '采购合同',
            autoStart: true,
          },
          request: { path: '/sign-task/create', headers },
          answer: ok({ signTaskId: 's1' }),
          result: { signTaskId: 's1' },
        },
        {
          title: { en: 'A missing value', zh: '缺少参数' },
          connection,
          arguments: { initiator: {}, signTaskSubject: '采购合同' },
          request: { path: '/sign-task/create' },
          answer: { status: 200, body: { code: '100011', msg: 'initiator.openId 不能为空' } },
          fault: 'FADADA:100011',
        },
      ],
    },
    {
      id: 'start-task',
      label: { en: 'Start signing task', zh: '提交签署任务' },
      summary: { en: 'Sends the task to its signers.', zh: '将任务提交给参与方。' },
      method: 'POST',
      path: '/sign-task/start',
      fields: [task],
      result: "msg.payload.get('data')",
      examples: [
        {
          title: { en: 'One', zh: '一个任务' },
          connection,
          arguments: { signTaskId: 's1' },
          request: { path: '/sign-task/start', headers },
          answer: ok(null),
          result: null,
        },
      ],
    },
    {
      id: 'task-detail',
      label: { en: 'Signing task', zh: '签署任务详情' },
      summary: { en: 'State and signers of a task.', zh: '任务的状态与参与方。' },
      method: 'POST',
      path: '/sign-task/get-detail',
      fields: [task],
      result: "msg.payload['data']",
      examples: [
        {
          title: { en: 'One that is signed', zh: '已签署完成' },
          connection,
          arguments: { signTaskId: 's1' },
          request: { path: '/sign-task/get-detail', headers },
          answer: ok({ signTaskId: 's1', signTaskStatus: 'task_finished' }),
          result: { signTaskId: 's1', signTaskStatus: 'task_finished' },
        },
      ],
    },
  ],
}
export default fadada
