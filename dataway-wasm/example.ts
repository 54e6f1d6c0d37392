// The examples of the documentation as scripts: what an interactive Python shows for one, after those before it.

export interface DocExample {
  input: string
  output: string
}

const statement = /^@|^(import|from|async|def|class|for|if|del|with|try|while|raise|assert)\b|^[\w.[\]'"]+(, \w+)* (=|\+=|\|=|-=|\*=) / // prettier-ignore

/** A script in code mode whose result is the text that example `at` of a module's documentation shows. */
export function exampleScript(module: string, examples: readonly DocExample[], at: number): string {
  const lines: string[] = []
  if (module !== 'builtins') {
    // Examples of times show days and zones too.
    const roots = new Set([module.split('.')[0]!, 'datetime'])
    lines.push(...[...roots, module].map((name) => `import ${name}`))
  }
  lines.push(...examples.slice(0, at).map(({ input }) => input))
  const { input } = examples[at]!
  // Of a statement the result is nothing.
  if (statement.test(input)) return [...lines, input, 'dw_process = lambda msg: ""', ''].join('\n')
  const value = `(lambda v: '' if v is None else repr(v))((\n${input}\n))`
  return [...lines, `dw_process = lambda msg: ${value}`, ''].join('\n')
}
