// Words of trusting an app that came from outside.
import { words } from '../text/language.svelte.ts'

export const trustWords = words(
  {
    title: 'Let this app call other servers?',
    text: 'It came from outside. Nothing of it has run yet in this browser.',
    wider: 'It was changed and would now call more than you allowed.',
    calls: 'It would call',
    newHost: 'new',
    any: 'Allow any host that its scripts make up',
    anyHelp: 'Without this, a run stops at a host that is not in the list, and says which.',
    secrets: (n: number) => `It uses ${n} of your secrets.`,
    schedules: 'Published, it would start by itself:',
    no: 'Do not run',
    allow: (n: number) => (n === 1 ? 'Allow this host and go on' : `Allow ${n} hosts and go on`),
    allowNone: 'Go on',
    allowHost: (host: string) => `Allow ${host}`,
    allowed: (host: string) => `The app may call ${host} now`,
  },
  {
    title: '允许这个应用访问其他服务器？',
    text: '它来自外部，在此浏览器中还没有运行过。',
    wider: '它有改动，现在要访问的比你允许的更多。',
    calls: '它会调用',
    newHost: '新',
    any: '允许脚本生成的任何主机',
    anyHelp: '不勾选时，运行遇到列表外的主机会停下并说明是哪一个。',
    secrets: (n: number) => `它会使用你的 ${n} 个密钥。`,
    schedules: '发布后会自动启动：',
    no: '不运行',
    allow: (n: number) => (n === 1 ? '允许这个主机并继续' : `允许 ${n} 个主机并继续`),
    allowNone: '继续',
    allowHost: (host: string) => `允许 ${host}`,
    allowed: (host: string) => `应用现在可以访问 ${host}`,
  },
)
