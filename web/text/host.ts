// Words about the server that the studio came from, and about new versions.
import { words } from './language.svelte.ts'

export const hostWords = words(
  {
    missing: 'This server leaves out some protections',
    missingText: (headers: string) =>
      `Headers that are missing: ${headers}. Everything works; stopping a long script takes a restart of the engine. Weft's own server (npm start) sends them all.`,
    update: 'A new version of Weft is ready',
    updateText: 'It is loaded when you ask for it; what you have open is saved.',
    load: 'Load it now',
  },
  {
    missing: '此服务器缺少部分安全响应头',
    missingText: (headers: string) =>
      `缺少：${headers}。功能不受影响，但停止长脚本时需要重启引擎。使用 Weft 自带的服务器（npm start）则全部具备。`,
    update: 'Weft 有新版本',
    updateText: '由你决定何时载入；已打开的内容都已保存。',
    load: '立即载入',
  },
)
