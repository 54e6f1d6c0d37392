// Set Variable: sets a variable of the message, or adds to one that is a list or a dict.
import { componentLabel } from '../../model/component-label.ts'
import type { ComponentDefinition } from '../../model/definition.ts'
import { lineOf } from '../../model/field-value.ts'

const setVariable: ComponentDefinition = {
  id: 'set-variable',
  version: 1,
  kind: 'step',
  group: 'data',
  icon: 'variable',
  label: componentLabel('Set Variable'),
  summary: {
    en: 'Sets a variable that the following steps can read.',
    zh: '设置变量，供后续步骤读取。',
  },
  keywords: 'vars append merge 设置变量 变量 追加 合并',
  fields: [
    {
      name: 'name',
      kind: 'string',
      label: { en: 'Name', zh: '变量名' },
      required: true,
      placeholder: 'total',
    },
    { name: 'value', kind: 'value', label: { en: 'Value', zh: '值' }, required: true },
    {
      name: 'operation',
      kind: 'select',
      label: { en: 'If it is there already', zh: '变量已存在时' },
      default: 'overwrite',
      options: [
        { value: 'overwrite', label: { en: 'Overwrite', zh: '覆盖' } },
        { value: 'append', label: { en: 'Append to the list', zh: '追加到列表' } },
        { value: 'extend', label: { en: 'Extend the list', zh: '合并到列表末尾' } },
        { value: 'put', label: { en: 'Put into the dict', zh: '放入字典' } },
        { value: 'merge', label: { en: 'Merge into the dict', zh: '合并到字典' } },
      ],
    },
    {
      name: 'key',
      kind: 'value',
      label: { en: 'Key', zh: '键' },
      required: true,
      when: { field: 'operation', is: ['put'] },
    },
  ],
  line: (step) => {
    const value = lineOf(step.config['value'])
    return { text: `${String(step.config['name'] ?? '')} = ${value.text}`, code: true }
  },
  pure: true,
  faults: [
    {
      code: 'CORE:TYPE',
      when: {
        en: 'Append or extend to what is no list, put or merge to what is no dict.',
        zh: '向非列表追加，或向非字典放入、合并。',
      },
      hint: { en: 'Overwrite it first with [] or {}.', zh: '先用 [] 或 {} 覆盖该变量。' },
    },
  ],
}
export default setVariable
