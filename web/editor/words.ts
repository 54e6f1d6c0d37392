// Words inside of the code editor.
import { words } from '../text/language.svelte.ts'

export const codeWords = words(
  {
    run: 'Run',
    runExample: (source: string) => `Run ${source}`,
    now: 'now',
    module: 'module',
  },
  {
    run: '运行',
    runExample: (source: string) => `运行 ${source}`,
    now: '当前值',
    module: '模块',
  },
)
