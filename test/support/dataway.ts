// The DataWay that tests run with: the real module, built where it is missing. With WEFT_NO_BUILD the one that is there.
import { ensureBuilt } from '../../worker/cli/built.mjs'
import { loadDataway as load } from '../../worker/dataway-node.ts'
import type { DataWay } from '../../worker/model/dataway.ts'

export async function loadDataway(): Promise<DataWay> {
  if (!process.env['WEFT_NO_BUILD']) await ensureBuilt('dataway')
  return await load()
}
