// What has to be granted for a connection: also where its host stands inside a connection string.
import { expect, test } from 'vitest'
import { targetOf } from '../../../worker/model/protocol-manifest.ts'

test.each([
  ['mongodb://db1:27018,db2/shop?replicaSet=rs0', { host: 'db1', port: '27018' }],
  ['mongodb://db1/shop', { host: 'db1', port: '27017' }],
  ['mongodb://[fd00::5]:1/shop', { host: 'fd00::5', port: '1' }],
  ['no string', { host: '', port: '27017' }],
])('%s', (uri, target) => expect(targetOf('uri', { by: 'uri', uri, host: 'other', port: 1 })).toEqual(target))
test('by fields', () =>
  expect(targetOf('uri', { by: 'fields', uri: 'mongodb://a', host: 'b', port: 2 })).toEqual({ host: 'b', port: '2' })) // prettier-ignore
