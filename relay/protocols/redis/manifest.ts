// Redis: keys, strings, lists, hashes, sets, sorted sets; any other command by name.
import { componentLabel } from '../../../worker/model/component-label.ts'
import type { ProtocolManifest, ProtocolOperation } from '../../../worker/model/protocol-manifest.ts'
import type { Field, Shape, Text } from '../../../worker/model/definition.ts'
import { choice, failure, flag, needed, number, password, t, target, text, tls, user, value, wayFaults } from '../../manifest.ts' // prettier-ignore

const key = needed('key', t('Key', '键'), 'str', { placeholder: 'orders:1' })
const content = needed('value', t('Value', '值'), undefined, {
  help: t('Text or bytes; other values as their text.', '文本或字节；其他值以文本形式写入。'),
  default: { mode: 'expression', source: 'msg.payload' },
})
const field = needed('field', t('Field', '字段'), 'str')
const member = needed('member', t('Member', '成员'))
const members = needed('member', t('Members', '成员'), undefined, {
  help: t('One, or a list.', '一个或列表。'),
})
const index = needed('index', t('Index', '索引'), 'int')
const by = value('by', t('By', '增量'), undefined, { default: 1 })
const numberType = choice('type', t('Number', '数值类型'), [
  ['int', t('Whole', '整数')],
  ['float', t('With fractions', '小数')],
])
const ifAbsent = (label: Text): Field => flag('ifAbsent', label, false)
const left = (standard: boolean): Field => flag('left', t('At the left', '左端'), standard)
const ascending = flag('ascending', t('Ascending', '升序'), true)

const int: Shape = { type: 'int' }
const str: Shape = { type: 'str' }
const bool: Shape = { type: 'bool' }
const list: Shape = { type: 'list', items: str }

function operation(
  id: string,
  label: Text,
  summary: Text,
  fields: Field[],
  output: Shape,
  more: Partial<ProtocolOperation> = {},
): ProtocolOperation {
  return { id, label, summary, fields, output, gives: summary, ...more }
}
const reads = { repeatable: true }

const manifest: ProtocolManifest = {
  id: 'redis',
  label: componentLabel('Redis'),
  summary: t('Keys, lists, hashes and sets of a Redis server.', 'Redis 的键、列表、哈希与集合。'),
  icon: 'database',
  keywords: 'redis key value cache 缓存 键值',
  docs: 'redis.io/docs/latest/commands',
  tested: t('Tried against Redis 7.', '已对照 Redis 7 测试。'),
  shares: true,
  fields: [
    ...target(6379),
    choice('mode', t('Mode', '模式'), [
      ['single', t('One server', '单机')],
      ['cluster', t('Cluster', '集群')],
      ['sentinel', t('Sentinel', '哨兵')],
    ]),
    text('master', t('Master name', '主节点名称'), {
      default: 'mymaster',
      when: { field: 'mode', is: ['sentinel'] },
    }),
    user,
    password,
    number('database', t('Database', '数据库'), { default: 0, min: 0, max: 65_535 }),
    ...tls,
  ],
  faults: [
    failure(
      'REDIS:AUTH',
      t('User or password is wrong, or may not do this.', '用户名或密码错误，或无此权限。'),
      t('Check the connection.', '检查连接。'),
    ),
    failure(
      'REDIS:WRONGTYPE',
      t('The key holds another kind of value.', '该键保存的是其他类型的值。'),
      t('Look at it with Type.', '用“类型”查看。'),
    ),
    failure(
      'REDIS:ERROR',
      t('Redis does not take the command.', 'Redis 不接受该命令。'),
      t('The message has its words.', '错误信息中有原文。'),
    ),
    ...wayFaults,
  ],
  operations: [
    operation('exists', t('Exists', '是否存在'), t('1 or 0.', '1 或 0。'), [key], int, reads),
    operation(
      'delete',
      t('Delete keys', '删除键'),
      t('How many there were.', '删除的个数。'),
      [needed('key', t('Keys', '键'), undefined, { help: t('One, or a list.', '一个或列表。') })],
      int,
      reads,
    ),
    operation(
      'type',
      t('Type', '类型'),
      t('string, list, hash, set, zset, none.', 'string、list、hash、set、zset、none。'),
      [key],
      str,
      reads,
    ),
    operation(
      'keys',
      t('Find keys', '查找键'),
      t('Names that match, in order.', '匹配的键名，按序。'),
      [
        value('pattern', t('Pattern', '模式'), 'str', { default: '*', placeholder: 'orders:*' }),
        number('limit', t('At most', '最多'), { default: 1000, min: 1, max: 100_000 }),
      ],
      list,
      reads,
    ),
    operation(
      'expire',
      t('Expire in', '设置过期时间'),
      t('False: there is no such key.', 'False 表示键不存在。'),
      [
        key,
        needed('seconds', t('Seconds', '秒'), undefined, {
          help: t('Fractions count as milliseconds.', '小数按毫秒计。'),
        }),
      ],
      bool,
    ),
    operation(
      'expire-at',
      t('Expire at', '设置过期时刻'),
      t('False: there is no such key.', 'False 表示键不存在。'),
      [key, needed('at', t('Seconds since 1970', '自 1970 年起的秒数'))],
      bool,
      reads,
    ),
    operation(
      'ttl',
      t('Time to live', '剩余时间'),
      t('-1: it does not expire; -2: there is no such key.', '-1 表示不过期；-2 表示键不存在。'),
      [
        key,
        choice('unit', t('Unit', '单位'), [
          ['s', t('Seconds', '秒')],
          ['ms', t('Milliseconds', '毫秒')],
        ]),
      ],
      int,
      reads,
    ),
    operation(
      'persist',
      t('Do not expire', '移除过期时间'),
      t('True where it would have expired.', '原本会过期时为 True。'),
      [key],
      bool,
      reads,
    ),

    operation(
      'get',
      t('Get', '读取'),
      t('The value; None where there is none.', '值；不存在时为 None。'),
      [key],
      str,
      reads,
    ),
    operation(
      'set',
      t('Set', '写入'),
      t('"OK", or False where it was there already.', '"OK"；已存在时为 False。'),
      [
        key,
        content,
        ifAbsent(t('Only if absent', '仅当不存在')),
        value('timeout', t('Expires after', '过期秒数'), undefined, {
          default: 0,
          help: t('Seconds; 0: never.', '秒；0 表示不过期。'),
        }),
      ],
      str,
      reads,
    ),
    operation('increment', t('Increment', '增加'), t('The new value.', '新值。'), [key, by, numberType], int),
    operation('decrement', t('Decrement', '减少'), t('The new value.', '新值。'), [key, by], int),
    operation(
      'get-range',
      t('Get part', '读取片段'),
      t('From start to end, both included.', '从起点到终点，均包含。'),
      [key, needed('start', t('Start', '起点'), 'int'), needed('end', t('End', '终点'), 'int')],
      str,
      reads,
    ),
    operation(
      'length',
      t('Length', '长度'),
      t('Bytes; 0 where there is none.', '字节数；不存在时为 0。'),
      [key],
      int,
      reads,
    ),

    operation(
      'push',
      t('Push to list', '推入列表'),
      t('The new length.', '新长度。'),
      [key, content, left(false), flag('ifPresent', t('Only if the list is there', '仅当列表存在'), false)],
      int,
    ),
    operation(
      'pop',
      t('Pop from list', '弹出列表'),
      t('The item; None where it is empty.', '元素；列表为空时为 None。'),
      [key, left(true)],
      str,
    ),
    operation('list-length', t('Length of list', '列表长度'), t('Items.', '元素个数。'), [key], int, reads),
    operation(
      'list-get',
      t('Item of list', '读取列表元素'),
      t('None out of range.', '越界时为 None。'),
      [key, index],
      str,
      reads,
    ),
    operation(
      'list-set',
      t('Set item of list', '写入列表元素'),
      t('"OK".', '"OK"。'),
      [key, index, content],
      str,
      reads,
    ),
    operation(
      'list-range',
      t('Items of list', '读取列表片段'),
      t('From start to stop, both included.', '从起点到终点，均包含。'),
      [
        key,
        value('start', t('Start', '起点'), 'int', { default: 0 }),
        value('stop', t('Stop', '终点'), 'int', { default: -1 }),
      ],
      list,
      reads,
    ),

    operation(
      'hash-set',
      t('Set field of hash', '写入哈希字段'),
      t('True where the field is new.', '字段为新增时为 True。'),
      [key, field, content, ifAbsent(t('Only if the field is absent', '仅当字段不存在'))],
      bool,
    ),
    operation(
      'hash-get',
      t('Field of hash', '读取哈希字段'),
      t('None where there is none.', '不存在时为 None。'),
      [key, field],
      str,
      reads,
    ),
    operation(
      'hash-get-all',
      t('Whole hash', '读取整个哈希'),
      t('A dict.', '字典。'),
      [key],
      { type: 'dict', fields: {} },
      reads,
    ),
    operation(
      'hash-increment',
      t('Increment field of hash', '增加哈希字段'),
      t('The new value.', '新值。'),
      [key, field, by, numberType],
      int,
    ),
    operation(
      'hash-length',
      t('Fields of hash', '哈希字段数'),
      t('How many.', '字段个数。'),
      [key],
      int,
      reads,
    ),
    operation(
      'hash-delete',
      t('Delete field of hash', '删除哈希字段'),
      t('How many there were.', '删除的个数。'),
      [
        needed('key', t('Key', '键'), 'str'),
        needed('field', t('Fields', '字段'), undefined, { help: t('One, or a list.', '一个或列表。') }),
      ],
      int,
      reads,
    ),

    operation(
      'set-add',
      t('Add to set', '加入集合'),
      t('How many are new.', '新增的个数。'),
      [key, members],
      int,
    ),
    operation(
      'set-pop',
      t('Pop from set', '弹出集合成员'),
      t('One of them; None where it is empty.', '任一成员；集合为空时为 None。'),
      [key],
      str,
    ),
    operation(
      'set-random',
      t('Member at random', '随机成员'),
      t('One of them; it stays.', '任一成员，不移除。'),
      [key],
      str,
      reads,
    ),
    operation(
      'set-has',
      t('Is in set', '是否在集合中'),
      t('True or False.', 'True 或 False。'),
      [key, member],
      bool,
      reads,
    ),
    operation(
      'set-members',
      t('Members of set', '集合成员'),
      t('In no order.', '无序。'),
      [key],
      list,
      reads,
    ),
    operation('set-size', t('Size of set', '集合大小'), t('Members.', '成员个数。'), [key], int, reads),
    operation(
      'set-remove',
      t('Remove from set', '移出集合'),
      t('How many there were.', '移除的个数。'),
      [key, members],
      int,
      reads,
    ),

    operation(
      'sorted-add',
      t('Add to sorted set', '加入有序集合'),
      t('How many are new; 0 where a score was changed.', '新增个数；仅改分值时为 0。'),
      [key, member, needed('score', t('Score', '分值'))],
      int,
    ),
    operation(
      'sorted-range',
      t('Sorted set by rank', '按排名读取有序集合'),
      t('Members from start to stop.', '从起点到终点的成员。'),
      [
        key,
        value('start', t('Start', '起点'), 'int', { default: 0 }),
        value('stop', t('Stop', '终点'), 'int', { default: -1 }),
        ascending,
      ],
      list,
      reads,
    ),
    operation(
      'sorted-range-by-score',
      t('Sorted set by score', '按分值读取有序集合'),
      t('Members with a score in between.', '分值在区间内的成员。'),
      [
        key,
        value('min', t('From', '最小分值'), 'str', { default: '-inf' }),
        value('max', t('To', '最大分值'), 'str', { default: '+inf' }),
        ascending,
      ],
      list,
      reads,
    ),
    operation(
      'sorted-size',
      t('Size of sorted set', '有序集合大小'),
      t('Members.', '成员个数。'),
      [key],
      int,
      reads,
    ),
    operation(
      'sorted-remove',
      t('Remove from sorted set', '移出有序集合'),
      t('How many there were.', '移除的个数。'),
      [key, members],
      int,
      reads,
    ),

    operation(
      'publish',
      t('Publish', '发布'),
      t('How many subscribers heard it.', '收到的订阅者个数。'),
      [
        needed('channel', t('Channel', '频道'), 'str'),
        needed('message', t('Message', '消息'), undefined, {
          default: { mode: 'expression', source: 'msg.payload' },
        }),
      ],
      int,
    ),
    operation(
      'command',
      t('Command', '命令'),
      t('What Redis answers.', 'Redis 的应答。'),
      [
        needed('command', t('Words', '命令词'), 'list', {
          help: t('A list: ["LPOS", "key", "item"].', '列表：["LPOS", "key", "item"]。'),
          modes: ['expression', 'code'],
        }),
      ],
      { type: 'unknown' },
    ),
  ],
}
export default manifest
