// What this browser keeps of its relay: keys that cannot be read stand in no other store.
import { BrowserTable } from '../model/browser-table.ts'

export const relayTable = new BrowserTable<'pairing' | 'seal-keys'>('weft-relay', 'relay')
