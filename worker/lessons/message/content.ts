// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `Lindhof Bikes has a shop at the harbour and one at the station. Bookings come in by HTTP, and the answer should say which shop
they are for. It says \`null\`.

A **message** has three parts. The **payload** is the content, here the booking. The **attributes** are what is said about it, like the
writing on an envelope: method, address, headers. The **variables** are your own notes on the way. The step \`Write the answer\` looks for the header
\`x-shop\` in the payload, where it is not.`,
    zh: `林德霍夫单车行有两家门店，一家在港口，一家在车站。预订通过 HTTP 送来，应答应该写明是哪家门店，现在却是 \`null\`。

一条**消息**有三个部分：**载荷**（payload）是内容，这里就是预订；**属性**（attributes）写的是关于内容的事，好比信封上的字：方法、地址、请求头；**变量**（variables）是你自己沿途做的笔记。步骤 \`写应答\` 在载荷里找请求头 \`x-shop\`，可它不在那里。`,
  },
  goal: { en: 'The answer says `"shop": "harbour"`.', zh: '应答里写着 `"shop": "harbour"`。' },
  hints: [
    {
      en: 'Run it, select `Booking comes in` and look at what came out of it: first the payload, then the attributes.',
      zh: '先运行，再点开 `收到预订`，看它的输出：先看载荷，再看属性。',
    },
    { en: "Headers are at `msg.attrs['headers']`.", zh: "请求头在 `msg.attrs['headers']` 里。" },
    {
      en: "A header may come more than once, so each one is a list. Take the first: `msg.attrs['headers']['x-shop'][0]`.",
      zh: "同名请求头可以出现多次，所以每个请求头都是一个列表，取第一个：`msg.attrs['headers']['x-shop'][0]`。",
    },
  ],
  tasks: [
    { text: { en: 'Run it: the shop is missing', zh: '运行一次：没有门店名' }, when: { kind: 'ran' } },
    {
      text: {
        en: 'Select **Booking comes in** and find the shop in its attributes',
        zh: '点开**收到预订**，在属性里找到门店',
      },
      when: { kind: 'looked', step: 'arrives' },
    },
    {
      text: { en: 'Let **Write the answer** read it from there', zh: '让**写应答**从那里读取' },
      when: { kind: 'changed', step: 'answer' },
    },
    { text: { en: 'Both tests pass', zh: '两个测试都通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'shop' },
  solution: [
    {
      set: 'answer',
      config: {
        payload: expression(`{
  'booking': msg.payload['booking'],
  'bikes': msg.payload['bikes'],
  'shop': msg.attrs['headers']['x-shop'][0],
}`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Nearly: each header is a **list**, since it may come more than once. Take its first item with `[0]`.',
        zh: '就差一点：每个请求头都是**列表**，因为它可能出现多次。用 `[0]` 取第一个。',
      },
      changes: [
        {
          set: 'answer',
          config: {
            payload: expression(`{
  'booking': msg.payload['booking'],
  'bikes': msg.payload['bikes'],
  'shop': msg.attrs['headers']['x-shop'],
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'That is the right word, but written by hand: bookings at the station would get it too. Read it from the message.',
        zh: '词是对的，但它是手写的：车站的预订也会得到它。要从消息里读取。',
      },
      changes: [
        {
          set: 'answer',
          config: {
            payload: expression(`{
  'booking': msg.payload['booking'],
  'bikes': msg.payload['bikes'],
  'shop': 'harbour',
}`),
          },
        },
      ],
    },
    {
      says: {
        en: "The attributes are the right place. The header is one level deeper, in `msg.attrs['headers']`.",
        zh: "属性找对了，但请求头还要再深一层，在 `msg.attrs['headers']` 里。",
      },
      changes: [
        {
          set: 'answer',
          config: {
            payload: expression(`{
  'booking': msg.payload['booking'],
  'bikes': msg.payload['bikes'],
  'shop': msg.attrs.get('x-shop', 'not found'),
}`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The variables are empty: nobody has put anything there yet. What the sender says about the booking is in the attributes.',
        zh: '变量是空的，还没有人往里放东西。发送方关于预订说的话在属性里。',
      },
      changes: [
        {
          set: 'answer',
          config: {
            payload: expression(`{
  'booking': msg.payload['booking'],
  'bikes': msg.payload['bikes'],
  'shop': msg.vars['x-shop'],
}`),
          },
        },
      ],
    },
  ],
}
export default content
