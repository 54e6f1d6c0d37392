// MongoDB: collections, documents, indexes.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { Field, Shape } from '../../../worker/model/definition.ts'
import type { ProtocolManifest } from '../../../worker/model/protocol-manifest.ts'
import { choice, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const bool: Shape = { type: 'bool' }
const int: Shape = { type: 'int' }
const documents: Shape = { type: 'list', items: { type: 'dict', fields: {} } }

const collection = needed('collection', t('Collection', '集合'), 'str', { placeholder: 'orders' })
const filter = value('filter', t('Filter', '过滤条件'), undefined, {
  help: t(
    'A dict, or JSON text; empty: all. {"$oid": "…"} is an ObjectId.',
    '字典或 JSON 文本；留空表示全部。{"$oid": "…"} 表示 ObjectId。',
  ),
  placeholder: '{"state": "open"}',
})
const sort: Field[] = [
  value('sort', t('Sort by', '排序字段'), 'str', { placeholder: 'created' }),
  flag('descending', t('Descending', '降序'), false),
]
const limit = number('limit', t('At most', '最多条数'), {
  default: 0,
  min: 0,
  help: t('0: all.', '0 表示全部。'),
})
const milliseconds = { min: 0, unit: t('ms', '毫秒'), advanced: true }

const manifest: ProtocolManifest = {
  id: 'mongodb',
  label: componentLabel('MongoDB'),
  summary: t('Documents of a MongoDB database.', 'MongoDB 数据库的文档。'),
  icon: 'leaf',
  keywords: 'mongodb mongo document nosql database 文档 数据库',
  docs: 'mongodb.com/docs/manual/reference/command',
  tested: t(
    'Tried against FerretDB 1.24, which speaks MongoDB’s protocol; not tested against MongoDB itself, a replica set, or the sign-on PLAIN.',
    '已对照兼容 MongoDB 协议的 FerretDB 1.24 测试；未对照 MongoDB 本身、副本集与 PLAIN 认证。',
  ),
  shares: true,
  target: 'uri',
  fields: [
    choice('by', t('Server by', '服务器'), [
      ['fields', t('Fields', '逐项填写')],
      ['uri', t('Connection string', '连接字符串')],
    ]),
    text('uri', t('Connection string', '连接字符串'), {
      help: t(
        'Without user and password; what it says goes before the fields.',
        '不含用户名与密码；其中的设置优先于各字段。',
      ),
      placeholder: 'mongodb://db1:27017,db2:27017/shop?replicaSet=rs0',
      required: true,
      when: { field: 'by', is: ['uri'] },
    }),
    ...target(27_017).map((field): Field => ({ ...field, when: { field: 'by', is: ['fields'] } })),
    text('database', t('Database', '数据库'), { required: true, when: { field: 'by', is: ['fields'] } }),
    user,
    password,
    choice('mechanism', t('Sign-on', '认证'), [
      ['SCRAM-SHA-1', t('SCRAM-SHA-1', 'SCRAM-SHA-1')],
      ['SCRAM-SHA-256', t('SCRAM-SHA-256', 'SCRAM-SHA-256')],
      ['PLAIN', t('PLAIN', 'PLAIN')],
    ]),
    text('authSource', t('Database of the user', '用户所在数据库'), { default: 'admin', advanced: true }),
    text('replicaSet', t('Replica set', '副本集'), {
      help: t(
        'Its name; then the relay finds the member that the reads go to.',
        '副本集名称；中继据此找到读取的成员。',
      ),
      advanced: true,
    }),
    text('members', t('Further members', '其他成员'), {
      help: t('host:port, with commas.', 'host:port，以逗号分隔。'),
      advanced: true,
    }),
    choice(
      'readPreference',
      t('Read from', '读偏好'),
      [
        ['primary', t('The primary', '主节点')],
        ['secondary', t('A secondary', '从节点')],
      ],
      { advanced: true },
    ),
    choice(
      'readConcern',
      t('Read concern', '读关注'),
      [
        ['majority', t('Majority', '多数')],
        ['local', t('Local', '本地')],
        ['linearizable', t('Linearizable', '线性一致')],
      ],
      { advanced: true },
    ),
    text('writeConcern', t('Written by', '写关注'), {
      help: t('majority, or a number of members.', 'majority，或成员数量。'),
      default: 'majority',
      advanced: true,
    }),
    number('writeTimeout', t('Written within', '写入时限'), { default: 1000, ...milliseconds }),
    number('connectTimeout', t('Connect within', '连接超时'), { default: 30_000, ...milliseconds }),
    number('timeout', t('Answer within', '应答超时'), { default: 30_000, ...milliseconds }),
    number('pool', t('Connections', '连接池上限'), { default: 10, min: 1, max: 100, advanced: true }),
    ...tls,
  ],
  faults: [
    failure(
      'MONGODB:URI',
      t('The connection string cannot be used.', '无法使用该连接字符串。'),
      t(
        'mongodb://host:27017/database; mongodb+srv is not spoken.',
        '格式：mongodb://host:27017/database；不支持 mongodb+srv。',
      ),
    ),
    failure(
      'MONGODB:AUTH',
      t('User or password is wrong.', '用户名或密码错误。'),
      t('Check the connection, and the database of the user.', '检查连接与用户所在数据库。'),
    ),
    failure(
      'MONGODB:DENIED',
      t('The user may not do this.', '用户无此权限。'),
      t('Ask the database’s operator.', '联系数据库管理员。'),
    ),
    failure(
      'MONGODB:DUPLICATE',
      t('A document with this key is there already.', '该键的文档已存在。'),
      t('Update it instead.', '改为更新。'),
    ),
    failure(
      'MONGODB:EXISTS',
      t('The collection, or the index, is there already.', '集合或索引已存在。'),
      t('Take another name.', '换一个名称。'),
    ),
    failure(
      'MONGODB:NOT_FOUND',
      t('There is no such collection or index.', '集合或索引不存在。'),
      t('Check its name.', '检查名称。'),
    ),
    failure(
      'MONGODB:NAME',
      t('The name is none that a collection can have.', '集合名称无效。'),
      t('Leave out $ and control characters.', '去掉 $ 与控制字符。'),
    ),
    failure(
      'MONGODB:DOCUMENT',
      t('A document or a filter is not well formed.', '文档或过滤条件有误。'),
      t('The message says where.', '错误信息会说明位置。'),
    ),
    failure(
      'MONGODB:TOO_MANY',
      t('More documents than are taken at once.', '文档超过一次可取的数量。'),
      t('Use Find in batches, or a limit.', '使用“分批查询”或设置上限。'),
    ),
    failure(
      'MONGODB:REPLICA_SET',
      t('The server is no member of this replica set.', '服务器不属于该副本集。'),
      t('Check the set’s name and members.', '检查副本集名称与成员。'),
    ),
    failure(
      'MONGODB:ERROR',
      t('Anything else the server refuses.', '服务器拒绝的其他情况。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    {
      id: 'find',
      label: t('Find', '查询'),
      summary: t('Reads documents, all at once.', '一次读取全部文档。'),
      repeatable: true,
      fields: [
        collection,
        filter,
        ...sort,
        number('pageSize', t('Documents a page', '每页条数'), {
          help: t(
            'How many the server sends at a time; 0: as it likes.',
            '服务器每次发送的条数；0 表示由服务器决定。',
          ),
          default: 0,
          min: 0,
          max: 100_000,
          advanced: true,
        }),
        limit,
      ],
      output: documents,
      gives: t(
        'A list of dicts; an ObjectId is its hexadecimal text.',
        '字典列表；ObjectId 为其十六进制文本。',
      ),
      example: {
        arguments: { collection: 'orders', filter: { state: 'open' }, sort: 'n' },
        result: [{ _id: '66f0c0ffee00000000000001', state: 'open', n: 1 }],
      },
    },
    {
      id: 'find-batches',
      label: t('Find in batches', '分批查询'),
      summary: t(
        'Runs its branch for each batch of documents, in constant memory.',
        '逐批读取文档并执行分支，内存占用恒定。',
      ),
      stream: true,
      repeatable: true,
      fields: [
        collection,
        filter,
        ...sort,
        number('size', t('Documents in a batch', '每批条数'), { default: 1000, min: 1, max: 10_000 }),
        limit,
      ],
      output: documents,
      gives: t(
        'In the branch a list of dicts; afterwards the number of batches.',
        '分支中为字典列表；结束后为批数。',
      ),
    },
    {
      id: 'count',
      label: t('Count', '计数'),
      summary: t('How many documents fit a filter.', '符合条件的文档数。'),
      repeatable: true,
      fields: [collection, filter],
      output: int,
      gives: t('A whole number.', '整数。'),
    },
    {
      id: 'insert',
      label: t('Insert', '插入'),
      summary: t('Adds documents.', '插入文档。'),
      fields: [
        collection,
        needed('documents', t('Documents', '文档'), undefined, {
          help: t('A list of dicts or of JSON texts, or one.', '字典或 JSON 文本的列表，或单个。'),
          default: { mode: 'expression', source: 'msg.payload' },
        }),
      ],
      output: { type: 'list', items: { type: 'str' } },
      gives: t('A list of their ids, as hexadecimal text.', '其 id 的列表，十六进制文本。'),
    },
    {
      id: 'update',
      label: t('Update', '更新'),
      summary: t('Changes the documents that fit a filter.', '更新符合条件的文档。'),
      fields: [
        collection,
        filter,
        needed('change', t('Change', '修改'), undefined, {
          help: t(
            'Fields and their new values, or operators such as {"$inc": {"n": 1}}.',
            '字段及新值，或操作符，如 {"$inc": {"n": 1}}。',
          ),
        }),
        flag('firstOnly', t('The first only', '仅首个'), false),
        flag('upsert', t('Insert where none fits', '没有则插入'), false),
      ],
      output: {
        type: 'dict',
        fields: { matchedCount: int, modifiedCount: int, upsertedCount: int },
      },
      gives: t('How many fitted, were changed, were added.', '符合、修改与新增的数量。'),
    },
    {
      id: 'delete',
      label: t('Delete', '删除'),
      summary: t('Removes the documents that fit a filter.', '删除符合条件的文档。'),
      fields: [collection, filter],
      output: int,
      gives: t('How many were removed.', '删除的数量。'),
    },
    {
      id: 'collection-exists',
      label: t('Collection exists', '集合是否存在'),
      summary: t('Whether there is a collection of this name.', '是否有该名称的集合。'),
      repeatable: true,
      fields: [collection],
      output: bool,
      gives: t('True or False.', 'True 或 False。'),
    },
    {
      id: 'collection-create',
      label: t('Create collection', '创建集合'),
      summary: t('Makes a collection.', '新建集合。'),
      fields: [
        collection,
        number('size', t('Size', '容量'), {
          help: t('0: it grows; else the oldest documents make room.', '0 表示不限；否则最旧的文档被覆盖。'),
          default: 0,
          min: 0,
          unit: t('bytes', '字节'),
          advanced: true,
        }),
        number('maxDocuments', t('Documents at most', '最多文档数'), {
          help: t('Only with a size.', '仅在设置容量时有效。'),
          default: 0,
          min: 0,
          advanced: true,
        }),
      ],
      output: bool,
      gives: t('True.', 'True。'),
    },
    {
      id: 'collection-drop',
      label: t('Drop collection', '删除集合'),
      summary: t('Removes a collection with all that is in it.', '删除集合及其全部内容。'),
      repeatable: true,
      fields: [collection],
      output: bool,
      gives: t('False where there was none.', '集合不存在时为 False。'),
    },
    {
      id: 'collection-list',
      label: t('List collections', '列出集合'),
      summary: t('The names of all collections.', '全部集合的名称。'),
      repeatable: true,
      fields: [],
      output: { type: 'list', items: { type: 'str' } },
      gives: t('A list of names.', '名称列表。'),
    },
    {
      id: 'index-create',
      label: t('Create index', '创建索引'),
      summary: t('Makes an index over one field.', '为一个字段建立索引。'),
      repeatable: true,
      fields: [
        collection,
        needed('field', t('Field', '字段'), 'str', { placeholder: 'created' }),
        flag('descending', t('Descending', '降序'), false),
        flag('unique', t('Unique', '唯一'), false),
      ],
      output: { type: 'str' },
      gives: t('The name of the index.', '索引名称。'),
    },
    {
      id: 'index-list',
      label: t('List indexes', '列出索引'),
      summary: t('The indexes of a collection.', '集合的索引。'),
      repeatable: true,
      fields: [collection],
      output: {
        type: 'list',
        items: { type: 'dict', fields: { key: { type: 'dict', fields: {} }, name: { type: 'str' }, v: int } },
      },
      gives: t('A list of key, name, v.', 'key、name、v 的列表。'),
    },
    {
      id: 'index-drop',
      label: t('Drop index', '删除索引'),
      summary: t('Removes an index.', '删除索引。'),
      fields: [collection, needed('index', t('Index', '索引'), 'str', { placeholder: 'created_1' })],
      output: bool,
      gives: t('True.', 'True。'),
    },
  ],
}
export default manifest
