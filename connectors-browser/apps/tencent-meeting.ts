// 腾讯会议: meetings of a company's application. Source: cloud.tencent.com/document/product/1095 (REST API v1).
import type { AppField, AppManifest } from '../../worker/model/app-manifest.ts'

const userid: AppField = {
  name: 'userid',
  kind: 'value',
  type: 'str',
  label: { en: 'User', zh: '用户 ID' },
  required: true,
}
const instanceid: AppField = {
  name: 'instanceid',
  kind: 'select',
  label: { en: 'Device', zh: '终端类型' },
  default: '1',
  options: [
    { value: '1', label: { en: 'PC', zh: 'PC' } },
    { value: '2', label: { en: 'Mac', zh: 'Mac' } },
    { value: '3', label: { en: 'Android', zh: 'Android' } },
    { value: '4', label: { en: 'iOS', zh: 'iOS' } },
    { value: '5', label: { en: 'Web', zh: 'Web' } },
    { value: '6', label: { en: 'iPad', zh: 'iPad' } },
    { value: '7', label: { en: 'Android pad', zh: 'Android 平板' } },
    { value: '8', label: { en: 'Mini program', zh: '小程序' } },
  ],
  advanced: true,
}
const meeting: AppField = {
  name: 'meeting',
  kind: 'value',
  type: 'str',
  in: 'path',
  label: { en: 'Meeting ID', zh: '会议 ID' },
  required: true,
}
const connection = { appId: '200000001', sdkId: '12345678901', secretId: 'AKID1', secretKey: 'key-1' }
const headers = { 'x-tc-key': 'AKID1', appid: '200000001', sdkid: '12345678901', 'x-tc-registered': '1' }
const one = { meeting_id: '7567454748865986567', subject: '周会', meeting_code: '806146667' }

const tencentMeeting: AppManifest = {
  id: 'tencent-meeting',
  label: { en: 'Tencent Meeting', zh: '腾讯会议' },
  summary: { en: 'Makes, finds and cancels meetings.', zh: '预定、查询与取消会议。' },
  icon: 'video',
  keywords: 'tencent meeting voov conference 腾讯会议 会议 预定',
  docs: 'cloud.tencent.com/document/product/1095',
  checked: 'documentation',
  baseUrl: 'https://api.meeting.qq.com',
  fields: [
    { name: 'appId', kind: 'string', label: { en: 'AppId', zh: 'AppId（企业标识）' }, required: true },
    { name: 'sdkId', kind: 'string', label: { en: 'SdkId', zh: 'SdkId（应用标识）' } },
    {
      name: 'secretId',
      kind: 'string',
      label: { en: 'SecretId', zh: 'SecretId（密钥标识）' },
      required: true,
    },
    {
      name: 'secretKey',
      kind: 'secret',
      label: { en: 'SecretKey', zh: 'SecretKey（密钥）' },
      required: true,
    },
  ],
  auth: { scheme: 'tencent-meeting' },
  faults: [
    {
      code: 'HTTP:400',
      when: { en: 'The service refuses the values or the signature.', zh: '参数或签名被拒绝。' },
      hint: {
        en: 'The body has error_info with a code and words.',
        zh: '错误响应体中的 error_info 有错误码与说明。',
      },
    },
    {
      code: 'HTTP:500',
      when: {
        en: 'Also for wrong values: look at error_info.',
        zh: '参数错误时也会出现：查看 error_info。',
      },
      hint: { en: "Compare with the vendor's list of codes.", zh: '对照官方错误码列表。' },
    },
  ],
  operations: [
    {
      id: 'create',
      label: { en: 'Create meeting', zh: '创建会议' },
      summary: { en: 'Now, or at a time.', zh: '快速会议或预约会议。' },
      method: 'POST',
      path: '/v1/meetings',
      fields: [
        userid,
        { ...instanceid, in: 'none' },
        { name: 'subject', kind: 'value', type: 'str', label: { en: 'Subject', zh: '主题' }, required: true },
        {
          name: 'type',
          kind: 'select',
          in: 'none',
          label: { en: 'Kind', zh: '类型' },
          default: '0',
          options: [
            { value: '0', label: { en: 'At a time', zh: '预约会议' } },
            { value: '1', label: { en: 'Now', zh: '快速会议' } },
          ],
        },
        { name: 'start_time', kind: 'value', type: 'str', label: { en: 'From', zh: '开始时间' }, help: { en: 'Seconds since 1970.', zh: '秒级时间戳。' }, required: true }, // prettier-ignore
        { name: 'end_time', kind: 'value', type: 'str', label: { en: 'To', zh: '结束时间' }, help: { en: 'Seconds since 1970.', zh: '秒级时间戳。' }, required: true }, // prettier-ignore
        { name: 'password', kind: 'value', type: 'str', label: { en: 'Password', zh: '入会密码' }, help: { en: '4 to 6 digits.', zh: '4 至 6 位数字。' }, advanced: true }, // prettier-ignore
        { name: 'invitees', kind: 'value', label: { en: 'Invited', zh: '邀请成员' }, help: { en: 'A list of {"userid": …}.', zh: '{"userid": …} 的列表。' }, advanced: true }, // prettier-ignore
        { name: 'settings', kind: 'value', label: { en: 'Settings', zh: '会议设置' }, help: { en: 'A dict, as in the vendor\'s docs.', zh: '字典，见官方文档。' }, advanced: true }, // prettier-ignore
      ],
      body: "{k: v for k, v in {'userid': msg.vars['userid'], 'instanceid': int(msg.vars['instanceid']), 'subject': msg.vars['subject'], 'type': int(msg.vars['type']), 'start_time': str(msg.vars['start_time']), 'end_time': str(msg.vars['end_time']), 'password': msg.vars['password'], 'invitees': msg.vars['invitees'], 'settings': msg.vars['settings']}.items() if v is not None and v != ''}",
      result: "msg.payload['meeting_info_list'][0]",
      output: { type: 'dict', fields: { meeting_id: { type: 'str' }, meeting_code: { type: 'str' }, join_url: { type: 'str' } } }, // prettier-ignore
      examples: [
        {
          title: { en: 'A weekly one', zh: '周会' },
          connection,
          arguments: { userid: 'tester', subject: '周会', start_time: '1790000000', end_time: '1790003600' },
          request: {
            path: '/v1/meetings',
            headers,
            body: {
              userid: 'tester',
              instanceid: 1,
              subject: '周会',
              type: 0,
              start_time: '1790000000',
              end_time: '1790003600',
            },
          },
          answer: { status: 200, body: { meeting_number: 1, meeting_info_list: [one] } },
          result: one,
        },
        {
          title: { en: 'A wrong signature', zh: '签名错误' },
          connection,
          arguments: { userid: 'tester', subject: 'x', start_time: '1', end_time: '2' },
          request: { path: '/v1/meetings' },
          answer: { status: 400, body: { error_info: { error_code: 200003, message: 'sign check error' } } },
          fault: 'HTTP:400',
        },
      ],
    },
    {
      id: 'get',
      label: { en: 'Get meeting', zh: '查询会议' },
      summary: { en: 'One meeting by its id.', zh: '按会议 ID 查询。' },
      method: 'GET',
      path: '/v1/meetings/{meeting}',
      fields: [meeting, userid, instanceid],
      result: "msg.payload['meeting_info_list'][0]",
      examples: [
        {
          title: { en: 'By id', zh: '按 ID' },
          connection,
          arguments: { meeting: '7567454748865986567', userid: 'tester' },
          request: {
            path: '/v1/meetings/7567454748865986567',
            query: { userid: 'tester', instanceid: '1' },
            headers,
          },
          answer: { status: 200, body: { meeting_number: 1, meeting_info_list: [one] } },
          result: one,
        },
      ],
    },
    {
      id: 'list',
      label: { en: 'Meetings of a user', zh: '用户的会议列表' },
      summary: { en: 'Those that are to come or under way.', zh: '待开始与进行中的会议。' },
      method: 'GET',
      path: '/v1/meetings',
      fields: [userid, instanceid],
      result: "msg.payload['meeting_info_list']",
      examples: [
        {
          title: { en: 'All of one user', zh: '某用户的全部会议' },
          connection,
          arguments: { userid: 'tester' },
          request: { path: '/v1/meetings', query: { userid: 'tester' } },
          answer: { status: 200, body: { meeting_number: 1, meeting_info_list: [one] } },
          result: [one],
        },
      ],
    },
    {
      id: 'cancel',
      label: { en: 'Cancel meeting', zh: '取消会议' },
      summary: { en: 'One that has not begun.', zh: '取消尚未开始的会议。' },
      method: 'POST',
      path: '/v1/meetings/{meeting}/cancel',
      fields: [
        meeting,
        userid,
        { ...instanceid, in: 'none' },
        { name: 'reason_code', kind: 'number', label: { en: 'Reason code', zh: '原因代码' }, default: 1 },
        { name: 'reason_detail', kind: 'value', type: 'str', label: { en: 'Reason', zh: '原因' } },
      ],
      body: "{'userid': msg.vars['userid'], 'instanceid': int(msg.vars['instanceid']), 'reason_code': int(msg.vars['reason_code']), 'reason_detail': msg.vars['reason_detail'] or ''}",
      examples: [
        {
          title: { en: 'Nobody has time', zh: '无人有空' },
          connection,
          arguments: { meeting: '756', userid: 'tester', reason_detail: '改期' },
          request: {
            path: '/v1/meetings/756/cancel',
            body: { userid: 'tester', instanceid: 1, reason_code: 1, reason_detail: '改期' },
          },
          answer: { status: 200, body: {} },
          result: {},
        },
      ],
    },
    {
      id: 'participants',
      label: { en: 'Participants', zh: '参会成员' },
      summary: { en: 'Who was there.', zh: '查询参会成员。' },
      method: 'GET',
      path: '/v1/meetings/{meeting}/participants',
      fields: [meeting, userid],
      result: "msg.payload['participants']",
      examples: [
        {
          title: { en: 'Of one meeting', zh: '某次会议' },
          connection,
          arguments: { meeting: '756', userid: 'tester' },
          request: { path: '/v1/meetings/756/participants', query: { userid: 'tester' } },
          answer: { status: 200, body: { meeting_id: '756', participants: [{ userid: 'a' }] } },
          result: [{ userid: 'a' }],
        },
      ],
    },
  ],
}
export default tencentMeeting
