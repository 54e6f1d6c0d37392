// Hello: The smallest flow: a name in, a greeting out.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'hello',
  name: { en: 'Hello', zh: '你好' },
  summary: { en: 'The smallest flow: a name in, a greeting out.', zh: '最小的流：输入名字，输出问候。' },
}
export default template
