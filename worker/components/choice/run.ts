// Choice: the first true branch runs and its message goes on, variables too.
import type { Run } from '../../model/context.ts'

const choice: Run = (message, context) => {
  for (const branch of context.branches('when'))
    if (context.branchCondition(branch, 'condition', message)) return context.branch(branch, message)
  const otherwise = context.branches('otherwise')[0]
  return otherwise ? context.branch(otherwise, message) : message
}
export default choice
