// Words of the DataWay playground.
import { words } from '../text/language.svelte.ts'

export const playgroundWords = words(
  {
    title: 'DataWay playground',
    subtitle: 'try a script on a message; nothing is sent anywhere',
    input: 'Input',
    script: 'Script',
    output: 'Output',
    mode: 'Mode',
    expression: 'Expression',
    code: 'Code',
    copy: 'Copy output',
    copied: 'Copied',
    empty: 'Write a script and its value appears here.',
    took: (time: string) => `evaluated in ${time}`,
    reset: 'Start again',
    format: 'Format',
  },
  {
    title: 'DataWay 练习场',
    subtitle: '在一条消息上试脚本，不会发送任何数据',
    input: '输入',
    script: '脚本',
    output: '输出',
    mode: '模式',
    expression: '表达式',
    code: '代码',
    copy: '复制输出',
    copied: '已复制',
    empty: '写下脚本，这里会显示它的值。',
    took: (time: string) => `用时 ${time}`,
    reset: '重新开始',
    format: '格式化',
  },
)
