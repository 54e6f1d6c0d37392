// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A payment service signs its webhooks: it computes an HMAC of the body with a key that only you two know, and sends it in \`x-signature\`. You compute the same and compare. It never is the same, not even
for genuine messages.

The sender has signed the **bytes** it sent. \`How it should be signed\` reads them, makes a dict of them and writes that as JSON again: the same meaning, but other blanks, other bytes.
(In a real app the key is a secret of the vault, and for many senders the listener checks signatures by itself.)`,
    zh: `支付服务会给 Webhook 签名：用只有你们双方知道的密钥，对正文计算 HMAC，放在 \`x-signature\` 里送来。你算一遍，再比较。可结果从来不一样，真消息也不行。

对方签的是它发出的**字节**。\`应有的签名\` 却先读取、变成字典、再写成 JSON：意思一样，空格变了，字节也就变了。（在真实的应用里，密钥应放在密钥库里；很多发送方的签名，监听器自己就能校验。）`,
  },
  goal: {
    en: 'The genuine message is taken: status **200**, order `K-31`.',
    zh: '真消息被接受：状态码 **200**，订单 `K-31`。',
  },
  hints: [
    {
      en: 'What exactly is hashed in `How it should be signed`? Compare it with the body that came in.',
      zh: '`应有的签名` 到底对什么算了哈希？和收到的正文比一比。',
    },
    { en: 'An Entity still has its bytes as they came.', zh: 'Entity 里还留着收到时的字节。' },
    {
      en: "They are at `msg.payload['^blob']`. Hash them, in place of `json.dumps(…).encode()`.",
      zh: "它们在 `msg.payload['^blob']`。用它代替 `json.dumps(…).encode()`。",
    },
  ],
  tasks: [
    {
      text: { en: 'Run it: the genuine message is refused', zh: '运行一次：真消息被拒绝' },
      when: { kind: 'ran' },
    },
    {
      text: {
        en: 'Let **How it should be signed** take the bytes as they came',
        zh: '让**应有的签名**使用收到时的字节',
      },
      when: { kind: 'changed', step: 'sign' },
    },
    { text: { en: 'A genuine message is taken', zh: '接受真消息' }, when: { kind: 'passed', test: 'real' } },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'real', value: "{'status': reply['status'], 'taken': reply['body'].get('taken')}" },
  solution: [
    {
      set: 'sign',
      config: {
        value: expression(
          "hmac.new('lighthouse-7'.encode(), msg.payload['^blob'], hashlib.sha256).hexdigest()",
        ),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'That happens to be how one message was written, and not the other. Any way of writing it again can differ: take the bytes as they came.',
        zh: '这恰好是其中一条消息的写法，另一条就不同了。重新写一遍总可能有差别：要用收到时的字节。',
      },
      changes: [
        {
          set: 'sign',
          config: {
            value: expression(
              "hmac.new('lighthouse-7'.encode(), json.dumps(msg.payload['^value'], separators=(',', ':')).encode(), hashlib.sha256).hexdigest()",
            ),
          },
        },
      ],
    },
    {
      says: {
        en: 'Closer, but only for those that indent by two.',
        zh: '更接近了，但只适合缩进两格的写法。',
      },
      changes: [
        {
          set: 'sign',
          config: {
            value: expression(
              "hmac.new('lighthouse-7'.encode(), json.dumps(msg.payload['^value'], indent=2, ensure_ascii=False).encode(), hashlib.sha256).hexdigest()",
            ),
          },
        },
      ],
    },
    {
      says: { en: 'Now everything is taken, also what is forged.', zh: '现在什么都接受，伪造的也一样。' },
      changes: [{ set: 'genuine', config: { condition: expression('True') } }],
    },
  ],
}
export default content
