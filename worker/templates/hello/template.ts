// Hello: The smallest flow: a name in, a greeting out.
import type { App } from '../../model/app.ts'
import type { Template } from '../../model/template.ts'
import app from './app.json' with { type: 'json' }

const template: Template = {
  id: 'hello',
  name: { en: 'Hello', zh: '你好' },
  summary: { en: 'The smallest flow: a name in, a greeting out.', zh: '最小的流：输入名字，输出问候。' },
  app: app as unknown as App,
  zh: {
    he110f10: '打个招呼',
    start000: '开始',
    greet1ng: '问候',
    t0the10g: '记录日志',
    samp1ada: 'Ada',
    samp1e0m: '小明',
  },
}
export default template
