// MongoDB by its driver, to one checked address. The driver would follow a replica set to any address that a server names;
// so the relay asks the set itself, has the guard check what it names, and speaks with one member directly. When that
// member is no longer what it was, the session ends and the next call looks anew.
import { createSecureContext } from 'node:tls'
import { MongoClient, MongoError, MongoServerError, type Collection, type MongoClientOptions, type WithId } from 'mongodb' // prettier-ignore
import { fault, isFault, type Fault } from '../../../worker/model/fault.ts'
import type { Value } from '../../../worker/model/value.ts'
import type { Arguments } from '../../arguments.ts'
import { connectFault, transportFault, type Where } from '../../failures.ts'
import type { Operation, Protocol, Stream, World } from '../../session.ts'
import { ownTls, tlsOf } from '../../tls.ts'
import { dictOf } from '../../values.ts'
import { documentOf, fromBson, type Document } from './bson.ts'
import { refuseShortMessages } from './message-size.ts'
import { memberOf, membersOf } from './replica-set.ts'
import { withUri } from './uri.ts'

const mostDocuments = 100_000

refuseShortMessages()

const mongodb: Protocol = async (given, world) => {
  const connection = withUri(given)
  const { client, at } = await opened(connection, world)
  let isOpen = true
  client.on('topologyDescriptionChanged', ({ previousDescription, newDescription }) => {
    const [[was], [now]] = [[...previousDescription.servers.values()], [...newDescription.servers.values()]]
    if (was?.type !== now?.type) isOpen = false
  })
  client.on('topologyClosed', () => (isOpen = false))
  const failed = (thrown: unknown): Fault => {
    const failure = faultOf(thrown, at)
    if (failure.code.startsWith('CONNECT:')) isOpen = false
    return failure
  }
  const database = client.db(connection.text('database'))
  const operation = (
    work: (collection: Collection<Document>, values: Arguments) => Promise<Value>,
  ): Operation => {
    return async (values) => {
      try {
        return { payload: await work(database.collection(values.text('collection', '')), values) }
      } catch (thrown) {
        throw failed(thrown)
      }
    }
  }
  const exists = async (name: string): Promise<boolean> =>
    (await database.listCollections({ name }, { nameOnly: true }).toArray()).length > 0

  const batches: Stream = async function* (values) {
    const size = Math.min(Math.max(1, values.number('size', 1000)), 10_000)
    const cursor = found(database.collection(values.text('collection')), values, size)
    try {
      let batch: Value[] = []
      for (;;) {
        const document = await cursor.next().catch((thrown: unknown) => Promise.reject(failed(thrown)))
        if (document) batch.push(fromBson(document))
        if (batch.length === size || (!document && batch.length > 0)) {
          yield { payload: batch }
          batch = []
        }
        if (!document) return
      }
    } finally {
      await cursor.close().catch(() => {})
    }
  }

  return {
    operations: {
      find: operation(async (collection, values) => {
        const rows: Value[] = []
        const cursor = found(collection, values, values.number('pageSize', 0))
        try {
          for await (const document of cursor) {
            if (rows.length === mostDocuments)
              throw fault('MONGODB:TOO_MANY', `There are more than ${mostDocuments} documents.`, {
                hint: 'Use Find in batches, or a limit.',
              })
            rows.push(fromBson(document))
          }
        } finally {
          await cursor.close().catch(() => {})
        }
        return rows
      }),
      count: operation((collection, values) => collection.countDocuments(filterOf(values))),
      insert: operation(async (collection, values) => {
        const documents = values.list('documents').map((one) => documentOf(one, 'documents'))
        if (documents.length === 0) return []
        const { insertedIds } = await collection.insertMany(documents as WithId<Document>[])
        return documents.map((_, i) => fromBson(insertedIds[i]))
      }),
      update: operation(async (collection, values) => {
        const change = documentOf(values.value('change'), 'change')
        const isOperators = Object.keys(change).some((key) => key.startsWith('$'))
        const update = isOperators ? change : { $set: change }
        const upsert = values.flag('upsert')
        const done = values.flag('firstOnly')
          ? await collection.updateOne(filterOf(values), update, { upsert })
          : await collection.updateMany(filterOf(values), update, { upsert })
        const { matchedCount, modifiedCount, upsertedCount } = done
        return dictOf({ matchedCount, modifiedCount, upsertedCount })
      }),
      delete: operation(
        async (collection, values) => (await collection.deleteMany(filterOf(values))).deletedCount,
      ),
      'collection-exists': operation((_, values) => exists(values.text('collection'))),
      'collection-create': operation(async (_, values) => {
        const [size, max] = [values.number('size', 0), values.number('maxDocuments', 0)]
        const capped = size > 0 && { capped: true, size, ...(max > 0 && { max }) }
        await database.createCollection(values.text('collection'), capped || {})
        return true
      }),
      'collection-drop': operation(async (collection, values) => {
        if (!(await exists(values.text('collection')))) return false
        return await collection.drop()
      }),
      'collection-list': operation(async () => {
        const all = await database.listCollections({}, { nameOnly: true }).toArray()
        return all.map(({ name }) => name).sort()
      }),
      'index-create': operation((collection, values) =>
        collection.createIndex(
          { [values.text('field')]: values.flag('descending') ? -1 : 1 },
          values.flag('unique') ? { unique: true } : {},
        ),
      ),
      'index-list': operation(async (collection) =>
        (await collection.indexes()).map(({ key, name, v }) => fromBson({ key, name, v })),
      ),
      'index-drop': operation(async (collection, values) => {
        await collection.dropIndex(values.text('index'))
        return true
      }),
    },
    streams: { 'find-batches': batches },
    isOpen: () => isOpen,
    close: async () => {
      isOpen = false
      await client.close(true).catch(() => {})
    },
  }
}
export default mongodb

function filterOf(values: Arguments): Document {
  return values.has('filter') ? documentOf(values.value('filter'), 'filter') : {}
}

function found(collection: Collection<Document>, values: Arguments, batchSize: number) {
  const [sort, limit] = [values.text('sort', ''), values.number('limit', 0)]
  return collection.find(filterOf(values), {
    promoteValues: false,
    promoteBuffers: false,
    ...(sort !== '' && { sort: { [sort]: values.flag('descending') ? -1 : 1 } }),
    ...(batchSize > 0 && { batchSize }),
    ...(limit > 0 && { limit }),
  })
}

/** A client of the server, or of the member of its set that is asked for. */
async function opened(connection: Arguments, world: World): Promise<{ client: MongoClient; at: Where }> {
  const first = { host: connection.line('host'), port: connection.number('port', 27_017) }
  const set = connection.line('replicaSet', '')
  if (set === '') return { client: await connected(connection, world, first), at: first }
  let failure: unknown
  for (const candidate of membersOf(first, connection.texts('members'))) {
    try {
      const client = await connected(connection, world, candidate)
      const member = memberOf(
        await hello(client),
        set,
        connection.line('readPreference', 'primary'),
        candidate,
      )
      if (member === candidate) return { client, at: candidate }
      await client.close(true)
      return { client: await connected(connection, world, member), at: member }
    } catch (thrown) {
      failure = thrown
    }
  }
  throw faultOf(failure, first)
}

const hello = async (client: MongoClient): Promise<Document> => await client.db('admin').command({ hello: 1 })

async function connected(connection: Arguments, world: World, at: Where): Promise<MongoClient> {
  // The driver tries a server again until it has no more time, and then does not say why: a first look does.
  ;(await world.dialer.dial(at, tlsOf(connection), world.signal)).destroy()
  const { address, host, port } = await world.dialer.check(at)
  const client = new MongoClient(
    `mongodb://${address.includes(':') ? `[${address}]` : address}:${port}/`,
    optionsOf(connection, host),
  )
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (thrown) {
    await client.close(true).catch(() => {})
    throw faultOf(thrown, at)
  }
}

function optionsOf(connection: Arguments, host: string): MongoClientOptions {
  const secure = ownTls(connection, host)
  const written = connection.line('writeConcern', 'majority')
  const wtimeoutMS = connection.number('writeTimeout', 1000)
  const mechanism = connection.line('mechanism', 'SCRAM-SHA-1')
  const connectTimeoutMS = connection.number('connectTimeout', 30_000)
  return {
    directConnection: true,
    appName: 'weft',
    connectTimeoutMS,
    // The pool waits no longer than this for a session.
    serverSelectionTimeoutMS: Math.min(connectTimeoutMS || 30_000, 15_000),
    socketTimeoutMS: connection.number('timeout', 30_000),
    maxPoolSize: Math.min(Math.max(1, connection.number('pool', 10)), 100),
    retryWrites: false,
    retryReads: false,
    readConcern: { level: connection.line('readConcern', 'majority') as 'majority' },
    readPreference: 'primaryPreferred',
    writeConcern: { w: /^\d+$/.test(written) ? Number(written) : (written as 'majority'), wtimeoutMS },
    ...(connection.has('user') && {
      auth: { username: connection.text('user'), password: connection.text('password', '') },
      authMechanism: mechanism as 'PLAIN',
      authSource: mechanism === 'PLAIN' ? '$external' : connection.text('authSource', 'admin'),
    }),
    ...(secure && { tls: true, ...contextOf(secure) }),
  }
}

/** The driver knows no lowest version of TLS but by a context. */
function contextOf({
  servername,
  ca,
  minVersion,
}: NonNullable<ReturnType<typeof ownTls>>): MongoClientOptions {
  return { secureContext: createSecureContext({ ca, minVersion }), ...(servername && { servername }) }
}

/** By the server's error codes (mongodb.com/docs/manual/reference/error-codes). */
const codes: Record<number, string> = { 13: 'DENIED', 18: 'AUTH', 11000: 'DUPLICATE', 11001: 'DUPLICATE', 48: 'EXISTS', 85: 'EXISTS', 86: 'EXISTS', 26: 'NOT_FOUND', 27: 'NOT_FOUND', 73: 'NAME', 2: 'DOCUMENT', 4: 'DOCUMENT', 9: 'DOCUMENT', 14: 'DOCUMENT', 121: 'DOCUMENT', 10334: 'DOCUMENT', 52: 'DOCUMENT' } // prettier-ignore

function faultOf(thrown: unknown, at: Where): Fault {
  if (isFault(thrown)) return thrown
  const { message, name } = thrown as Error
  const transport = transportFault(thrown, at)
  if (transport) return transport
  if (thrown instanceof MongoServerError) {
    const code = codes[Number(thrown.code)] ?? 'ERROR'
    return fault(`MONGODB:${code}`, `MongoDB: ${message}`, { data: { code: Number(thrown.code) } })
  }
  if (/Network|Selection|Topology|PoolCleared|NotConnected|ConnectionClosed/i.test(name))
    return connectFault(Object.assign(new Error(message), { code: lostOr(message) }), at)
  if (/BSON|InvalidArgument|RangeError|TypeError/.test(name))
    return fault('MONGODB:DOCUMENT', `MongoDB: ${message}`)
  if (thrown instanceof MongoError) return fault('MONGODB:ERROR', `MongoDB: ${message}`)
  return connectFault(thrown, at)
}

function lostOr(message: string): string {
  if (/timed? ?out/i.test(message)) return 'ETIMEDOUT'
  return 'ECONNRESET'
}
