// JWT without a signature: made when somebody asks for it, never accepted, whatever the token or the step says.
import { expect, test } from 'vitest'
import { ran, step } from '../../../support/engine.ts'

const jwt = (config: object) => step('jwt', config as never)

test('a token that nobody signed has an empty signature, and its claims', async () => {
  const { payload, fault } = await ran([jwt({ algorithm: 'none', claims: { mode: 'literal', value: [['sub', 'A-1']] } })]) // prettier-ignore
  expect(fault).toBeUndefined()
  const [head, claims, signature] = String(payload).split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
  expect([read(head!), signature]).toEqual([{ alg: 'none', typ: 'JWT' }, ''])
  expect(read(claims!)).toMatchObject({ sub: 'A-1', exp: expect.any(Number) })
})
test('it is accepted by nobody: not as what it is, and not as one of another algorithm', async () => {
  for (const algorithm of ['none', 'HS256', 'RS256']) {
    const { fault } = await ran([jwt({ algorithm: 'none' }), jwt({ operation: 'verify', algorithm, key: 'secret' })]) // prettier-ignore
    expect(fault?.code, algorithm).toMatch(/^JWT:(INVALID|KEY)$/)
  }
})
