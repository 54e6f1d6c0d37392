// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `A storm warning is good for **30 minutes**; after that it would only confuse. A **message expiration** throws away what came too late.

A warning of ten minutes ago was thrown away: the weather station writes its times in UTC (\`06:10+00:00\`), the harbour in its own zone (\`08:20+02:00\`). \`Still good?\` cuts the zone off and
compares the bare digits: two hours and ten minutes.`,
    zh: `风暴预警的有效期是 **30 分钟**，再往后只会添乱。**消息过期**就是丢掉来得太晚的消息。

一条十分钟前的预警却被丢掉了：气象站用 UTC 写时间（\`06:10+00:00\`），港口用本地时区（\`08:20+02:00\`）。\`还有效吗？\` 把时区切掉，只比数字：两小时十分钟。`,
  },
  goal: {
    en: 'The warning of ten minutes ago goes to the **ships**.',
    zh: '十分钟前的预警送到**船只**（ships）。',
  },
  hints: [
    {
      en: 'Compare `sent` and `received` in the input, with their zones.',
      zh: '看输入里的 `sent` 和 `received`，带上时区比一比。',
    },
    {
      en: '`[:19]` cuts the text after the seconds, and so the zone goes. `fromisoformat` can read the whole text.',
      zh: '`[:19]` 在秒之后切断文字，时区就没了。`fromisoformat` 能读完整的文字。',
    },
    {
      en: 'Take `[:19]` away in both places: times with zones can be subtracted, whatever the zones are.',
      zh: '把两处的 `[:19]` 都去掉：带时区的时间可以直接相减，不管时区是什么。',
    },
  ],
  tasks: [
    {
      text: { en: 'Run it: the warning is thrown away', zh: '运行一次：预警被丢掉了' },
      when: { kind: 'ran' },
    },
    {
      text: { en: 'Select **Still good?** and read its condition', zh: '点开**还有效吗？**，读一读条件' },
      when: { kind: 'looked', step: 'age' },
    },
    {
      text: { en: 'The fresh warning goes to the ships', zh: '新的预警送到船只' },
      when: { kind: 'passed', test: 'young' },
    },
    { text: { en: 'All four tests pass', zh: '四个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'young' },
  solution: [
    {
      set: 'tooold',
      config: {
        condition: expression(
          "datetime.datetime.fromisoformat(msg.payload['received']) - datetime.datetime.fromisoformat(msg.payload['sent']) > datetime.timedelta(minutes=30)",
        ),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Two hours off for everybody: that is right for this station and wrong for the others. The zone is in the text.',
        zh: '一律减两小时：对这个气象站正好，对别处就错了。时区就写在文字里。',
      },
      changes: [
        {
          set: 'tooold',
          config: {
            condition: expression(
              "datetime.datetime.fromisoformat(msg.payload['received'][:19]) - datetime.datetime.fromisoformat(msg.payload['sent'][:19]) > datetime.timedelta(hours=2, minutes=30)",
            ),
          },
        },
      ],
    },
    {
      says: {
        en: 'Exactly thirty minutes are still good: `>`, not `>=`.',
        zh: '正好三十分钟仍有效：用 `>`，不用 `>=`。',
      },
      changes: [
        {
          set: 'tooold',
          config: {
            condition: expression(
              "datetime.datetime.fromisoformat(msg.payload['received']) - datetime.datetime.fromisoformat(msg.payload['sent']) >= datetime.timedelta(minutes=30)",
            ),
          },
        },
      ],
    },
    {
      says: {
        en: 'Nothing expires in thirty **hours**. What is meant is `minutes=30`.',
        zh: '三十**小时**里什么都不会过期。应该是 `minutes=30`。',
      },
      changes: [
        {
          set: 'tooold',
          config: {
            condition: expression(
              "datetime.datetime.fromisoformat(msg.payload['received']) - datetime.datetime.fromisoformat(msg.payload['sent']) > datetime.timedelta(hours=30)",
            ),
          },
        },
      ],
    },
  ],
}
export default content
