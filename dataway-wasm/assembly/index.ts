import { compileSource } from './compile/program.ts'
import { run } from './vm/loop.ts'
export { compileSource, run }
