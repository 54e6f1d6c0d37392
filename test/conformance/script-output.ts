// DataWay in Node with what a script prints in it (output.ts): together, as the tests and run.mjs need them.
export { loadDataway, newDataway } from '../../worker/dataway-node.ts'
export { scriptOutput } from './output.ts'
