// The DataWay that tests run with.
import type { DataWay } from '../../worker/model/dataway.ts'
import { datawayDouble } from './dataway-double.ts'

export async function loadDataway(): Promise<DataWay> {
  return datawayDouble()
}
