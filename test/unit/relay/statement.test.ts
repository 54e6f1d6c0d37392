// SQL with named placeholders, and statements made of names and values.
import { describe, expect, it, test } from 'vitest'
import { bind, deleteOf, insertOf, selectOf, updateOf, type Dialect } from '../../../relay/sql/statement.ts'
import { matcherOf } from '../../../relay/files/names.ts'
import type { Value } from '../../../worker/model/value.ts'

const dialect: Dialect = {
  placeholder: (index) => `$${index}`,
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
}

describe('placeholders', () => {
  test.each([
    ['SELECT :a, :b, :a', 'SELECT $1, $2, $3', [1, 2, 1]],
    ['SELECT \':a\', ":a", `:a`, [:a] -- :a\n, :b', 'SELECT \':a\', ":a", `:a`, [:a] -- :a\n, $1', [2]],
    ['SELECT /* :a */ :b::text', 'SELECT /* :a */ $1::text', [2]],
    ["SELECT 'it''s :a', :b", "SELECT 'it''s :a', $1", [2]],
    ['SELECT $$ :a $$, $x$ :a $x$, :b', 'SELECT $$ :a $$, $x$ :a $x$, $1', [2]],
    ["SELECT '12:30'", "SELECT '12:30'", []],
  ])('%s', (text, bound, values) => {
    expect(bind(text, [['a', 1], ['b', 2]], dialect)).toEqual({ text: bound, values }) // prettier-ignore
  })
  it('without a value are a Fault', () => {
    expect(() => bind('SELECT :c', [['a', 1]], dialect)).toThrow(
      expect.objectContaining({ code: 'DATABASE:PARAMETER' }),
    )
  })
})

describe('statements of names and values', () => {
  it('quote names and bind values', () => {
    expect(
      insertOf('s.t', [new Map<Value, Value>([['a"b', 1]]), new Map<Value, Value>([['c', 2]])], dialect),
    ).toEqual({
      text: 'INSERT INTO "s"."t" ("a""b", "c") VALUES ($1, $2), ($3, $4)',
      values: [1, null, null, 2],
    })
    expect(updateOf('t', [['a', 1]], [['b', null], ['c', [2, 3]], ['d', []]], dialect)).toEqual({ text: 'UPDATE "t" SET "a" = $1 WHERE "b" IS NULL AND "c" IN ($2, $3) AND 1 = 0', values: [1, 2, 3] }) // prettier-ignore
    expect(deleteOf('t', [], dialect)).toEqual({ text: 'DELETE FROM "t"', values: [] })
    expect(
      selectOf(
        {
          table: 't',
          columns: ['a', 'b'],
          conditions: [['c', 1]],
          order: ['a desc', 'b; DROP TABLE t'],
          limit: 5,
        },
        dialect,
      ),
    ).toEqual({
      text: 'SELECT "a", "b" FROM "t" WHERE "c" = $1 ORDER BY "a" DESC, "b; DROP TABLE t" LIMIT 5',
      values: [1],
    })
  })
  test.each(['', '.', 'a..b', 'a.b.c.d', 'a\0b'])('%j is no name', (name) => {
    expect(() => deleteOf(name, [], dialect)).toThrow(expect.objectContaining({ code: 'DATABASE:NAME' }))
  })
})

describe('patterns of file names', () => {
  test.each([
    ['*.csv', 'a.csv', true],
    ['*.csv', 'a.csv.bak', false],
    ['a?c*', 'abcdef', true],
    ['*a*b*', 'xaxxb', true],
    ['*a*b*', 'ba', false],
    ['[a]', '[a]', true],
    ['', 'anything', true],
  ])('%s takes %s: %s', (pattern, name, taken) => {
    expect(matcherOf(pattern, 'wildcard')(name)).toBe(taken)
  })
  it('a hard one takes no time', () => {
    const began = performance.now()
    expect(matcherOf('*a'.repeat(40), 'wildcard')('a'.repeat(2000) + 'b')).toBe(false)
    expect(performance.now() - began).toBeLessThan(2000)
  })
  test.each(['(a+)+$', '(a|a)*b', '(x)\\1', 'a'.repeat(300), '('])(
    'the regular expression %s is refused',
    (pattern) => {
      expect(() => matcherOf(pattern, 'regex')).toThrow(expect.objectContaining({ code: 'RELAY:ARGUMENT' }))
    },
  )
})
