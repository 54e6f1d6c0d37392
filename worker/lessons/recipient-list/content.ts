// What the lesson says, its solution, and the mistakes that many make.
import { expression } from '../../model/field-value.ts'
import type { LessonContent } from '../../model/lesson-folder.ts'

const content: LessonContent = {
  text: {
    en: `It snows, and the school writes to the parents of all pupils. Eva and Jon have two children there: they get two letters each, and answer twice.

A **recipient list** is computed for each message: here from the pupils it is about. Since several reasons can lead to the same person, nobody must be on it twice. An address also stays the same if
somebody writes it with capitals or a blank.`,
    zh: `下雪了，学校给所有学生的家长写信。Eva 和 Jon 有两个孩子在校，每人收到两封，也回了两次。

**接收者列表**为每条消息单独算出：这里取自通知涉及的学生。几个理由可能指向同一个人，所以谁也不能在列表上出现两次。地址里多了大写或空格，也还是同一个人。`,
  },
  goal: {
    en: 'Three letters: to **eva**, **jon** and **sami**.',
    zh: '三封信：给 **eva**、**jon** 和 **sami**。',
  },
  hints: [
    { en: 'Select `Who gets it` and look at the list it makes.', zh: '点开 `发给谁`，看它得到的列表。' },
    {
      en: 'A set holds each item once, and so do the keys of a dict. Make one of them, and a list of that again: `list({… for … in …})`.',
      zh: '集合里每项只有一个，字典的键也一样。先做成集合，再变回列表：`list({… for … in …})`。',
    },
    {
      en: 'Before that bring every address into one form: `parent.strip().lower()`.',
      zh: '在那之前，先把地址统一成一种写法：`parent.strip().lower()`。',
    },
  ],
  tasks: [
    { text: { en: 'Run it and count the letters', zh: '运行一次，数数有几封信' }, when: { kind: 'ran' } },
    {
      text: { en: 'Select **Who gets it** and look at its list', zh: '点开**发给谁**，看看列表' },
      when: { kind: 'looked', step: 'who' },
    },
    {
      text: { en: 'Each parent gets one letter', zh: '每位家长收到一封' },
      when: { kind: 'passed', test: 'once' },
    },
    { text: { en: 'All three tests pass', zh: '三个测试全部通过' }, when: { kind: 'passed' } },
  ],
  shown: { test: 'once', value: "[letter.payload['to'] for letter in spies['send']]" },
  solution: [
    {
      set: 'who',
      config: {
        value: expression(`list({
  parent.strip().lower()
  for pupil in msg.payload['pupils']
  for parent in pupil['parents']
})`),
      },
    },
  ],
  wrong: [
    {
      says: {
        en: 'Each address is there once. But `Lee@Home.example ` and `lee@home.example` are the same person: `.strip().lower()` first.',
        zh: '每个地址只有一次了。但 `Lee@Home.example ` 和 `lee@home.example` 是同一个人：先用 `.strip().lower()`。',
      },
      changes: [
        {
          set: 'who',
          config: {
            value: expression(`list({
  parent
  for pupil in msg.payload['pupils']
  for parent in pupil['parents']
})`),
          },
        },
      ],
    },
    {
      says: {
        en: 'The addresses have one form now, and there are still two of each. Make a set of them.',
        zh: '写法统一了，但还是每人两份。把它们做成集合。',
      },
      changes: [
        {
          set: 'who',
          config: {
            value: expression(`[
  parent.strip().lower()
  for pupil in msg.payload['pupils']
  for parent in pupil['parents']
]`),
          },
        },
      ],
    },
    {
      says: {
        en: 'Only the first parent of each child gets a letter now, and Jon hears nothing. What makes the list is right; only repeats have to go.',
        zh: '现在每个孩子只有第一位家长收到信，Jon 什么也不知道。列表的来源没错，只需去掉重复。',
      },
      changes: [
        {
          set: 'who',
          config: {
            value: expression(`list({
  pupil['parents'][0].strip().lower()
  for pupil in msg.payload['pupils']
  if pupil['parents']
})`),
          },
        },
      ],
    },
  ],
}
export default content
