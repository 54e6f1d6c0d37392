// Crypto: every cipher, mode and padding against Node's own, keys in every form, and the same bytes in a replay.
import { execFileSync, spawnSync } from 'node:child_process'
import * as node from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FieldValue, Tagged } from '../../../../worker/model/app.ts'
import { ex, ran, sample, step, testHost } from '../../../support/engine.ts'

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const bytes = (content: Uint8Array): Tagged => ({ $bytes: base64(content) })
const literal = (content: Uint8Array): FieldValue => ({ mode: 'literal', value: bytes(content) })
async function crypted(config: object, content: Tagged) {
  const { payload, fault } = await ran([step('crypto', config as never)], { input: sample(content) })
  return { fault, result: Buffer.from((payload as { $bytes?: string } | null)?.$bytes ?? '', 'base64') }
}
const lengths = { AES: [16, 24, 32], DES: [8], '3DES': [24] } as const

/** For what Node does not do itself. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
const needsOpenssl = hasOpenssl ? '' : ' (skipped: needs openssl, run apt-get install openssl)'

/** OpenSSL 3 has no DES by itself: Triple DES with the same key three times is it. */
function oracle(cipher: string, mode: string, key: Buffer) {
  const full = cipher === 'DES' ? Buffer.concat([key, key, key]) : key
  const name = cipher === 'AES' ? `aes-${key.length * 8}-${mode}` : `des-ede3${mode === 'ecb' ? '' : '-cbc'}`
  return (content: Buffer, iv: Buffer, padded: boolean) => {
    const made = node.createCipheriv(name, full, mode === 'ecb' ? null : iv).setAutoPadding(padded)
    return Buffer.concat([made.update(content), made.final()])
  }
}

for (const cipher of ['AES', 'DES', '3DES'] as const)
  for (const mode of ['CBC', 'ECB'] as const)
    describe(`${cipher} ${mode}`, () => {
      const size = cipher === 'AES' ? 16 : 8
      test('gives what Node gives, for keys and contents of every length, and takes it back', async () => {
        for (const length of lengths[cipher])
          for (const count of [0, 1, size - 1, size, size + 1, 100]) {
            const [key, iv, content] = [
              node.randomBytes(length),
              node.randomBytes(size),
              node.randomBytes(count),
            ]
            const config = { algorithm: cipher, mode, key: literal(key), keySource: 'NO_PADDING', ...(mode === 'CBC' && { iv: literal(iv) }) } // prettier-ignore
            const { result } = await crypted(config, bytes(content))
            expect(base64(result)).toBe(base64(oracle(cipher, mode.toLowerCase(), key)(content, iv, true)))
            expect(base64((await crypted({ ...config, operation: 'decrypt' }, bytes(result))).result)).toBe(base64(content)) // prettier-ignore
          }
      })
      test('zeros and no padding', async () => {
        const [key, iv] = [node.randomBytes(lengths[cipher][0]), node.randomBytes(size)]
        const config = { algorithm: cipher, mode, key: literal(key), keySource: 'NO_PADDING', ...(mode === 'CBC' && { iv: literal(iv) }) } // prettier-ignore
        const content = Buffer.from('0123456789abcde', 'latin1')
        const zeros = (await crypted({ ...config, padding: 'ZERO' }, bytes(content))).result
        const full = Buffer.concat([content, Buffer.alloc((size - (content.length % size)) % size)])
        expect(base64(zeros)).toBe(base64(oracle(cipher, mode.toLowerCase(), key)(full, iv, false)))
        expect(base64((await crypted({ ...config, padding: 'ZERO', operation: 'decrypt' }, bytes(zeros))).result)).toBe(base64(content)) // prettier-ignore
        expect(base64((await crypted({ ...config, padding: 'NO' }, bytes(full))).result)).toBe(base64(zeros))
        expect((await crypted({ ...config, padding: 'NO' }, bytes(content))).fault!.code).toBe(
          'CRYPTO:CONTENT',
        )
      })
    })

describe('keys of a cipher', () => {
  test('PBKDF2 with every hash', async () => {
    for (const hash of ['MD5', 'SHA1', 'SHA256', 'SHA384', 'SHA512']) {
      const key = node.pbkdf2Sync('pass', 'salt', 10, 32, hash.toLowerCase())
      const iv = Buffer.alloc(16, 7)
      const config = { key: 'pass', salt: 'salt', iterations: 10, hash, iv: literal(iv) }
      expect(base64((await crypted(config, 'x')).result)).toBe(base64(oracle('AES', 'cbc', key)(Buffer.from('x'), iv, true))) // prettier-ignore
    }
  })
  test('too short: zeros, or an error that says how long', async () => {
    const config = { key: 'short', iv: literal(Buffer.alloc(16)), keySource: 'ZERO_PADDING' }
    const key = Buffer.alloc(16)
    key.write('short')
    expect(base64((await crypted(config, 'x')).result)).toBe(base64(oracle('AES', 'cbc', key)(Buffer.from('x'), Buffer.alloc(16), true))) // prettier-ignore
    expect((await crypted({ ...config, keySource: 'NO_PADDING' }, 'x')).fault).toMatchObject({ code: 'CRYPTO:KEY', message: expect.stringContaining('5 bytes; 16 or 24 or 32 go') }) // prettier-ignore
    expect((await crypted({ key: '' }, 'x')).fault!.code).toBe('CRYPTO:KEY')
  })
  test('without a vector each message has its own, before the content; a replay gives the same bytes', async () => {
    const one = [step('crypto', { key: 'p', iterations: 1 })]
    const first = await ran(one, { input: sample('x') })
    const other = testHost()
    other.random = () => 42
    const second = await ran(one, { input: sample('x'), host: other })
    expect(second.payload).not.toEqual(first.payload)
    const made = Buffer.from((first.payload as { $bytes: string }).$bytes, 'base64')
    expect(made).toHaveLength(32)
    expect(base64((await crypted({ key: 'p', iterations: 1, operation: 'decrypt' }, bytes(made))).result)).toBe(base64(Buffer.from('x'))) // prettier-ignore
    const record = JSON.parse(JSON.stringify(second.run.record(second.summary)!)) as never
    expect((await ran(second.run.app, { replay: record, input: sample('x') })).payload).toEqual(second.payload) // prettier-ignore
  })
  test('GCM notices a change; other errors look the same', async () => {
    const config = { key: 'p', iterations: 1, mode: 'GCM' }
    const { result } = await crypted(config, 'secret')
    expect((await crypted({ ...config, operation: 'decrypt' }, bytes(result))).result.toString()).toBe(
      'secret',
    )
    result[result.length - 1]! ^= 1
    const changed = (await crypted({ ...config, operation: 'decrypt' }, bytes(result))).fault!
    const wrongKey = (await crypted({ ...config, key: 'q', operation: 'decrypt' }, bytes(result))).fault!
    expect(changed).toMatchObject({ code: 'CRYPTO:CONTENT' })
    expect(wrongKey.message).toBe(changed.message)
    expect((await crypted({ ...config, algorithm: 'DES' }, 'x')).fault!.code).toBe('CRYPTO:KEY')
  })
})

describe('RSA', () => {
  const { publicKey, privateKey } = node.generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = (key: node.KeyObject, type: 'spki' | 'pkcs1' | 'pkcs8') => String(key.export({ type, format: 'pem' } as never)) // prettier-ignore
  const publics = [pem(publicKey, 'spki'), pem(publicKey, 'pkcs1')]
  const privates = [pem(privateKey, 'pkcs8'), pem(privateKey, 'pkcs1')]
  const content = Buffer.from('a short secret, 密')

  test.skipIf(!hasOpenssl)(
    `PKCS1 is decrypted by OpenSSL and decrypts what OpenSSL encrypts, with keys of every form${needsOpenssl}`,
    async () => {
      for (const key of publics) {
        const { result } = await crypted({ algorithm: 'RSA', key }, bytes(content))
        const input = ['pkeyutl', '-decrypt', '-inkey', 'KEY', '-in', 'IN']
        expect(base64(byOpenssl(input, privates[0]!, result))).toBe(base64(content))
      }
      const padding = node.constants.RSA_PKCS1_PADDING
      const made = node.publicEncrypt({ key: publicKey, padding }, content)
      for (const key of privates)
      expect(base64((await crypted({ algorithm: 'RSA', operation: 'decrypt', key }, bytes(made))).result)).toBe(base64(content)) // prettier-ignore
    },
  )
  test('OAEP with its hash, both ways', async () => {
    for (const hash of ['SHA1', 'SHA256', 'SHA512']) {
      const config = { algorithm: 'RSA', rsaPadding: 'OAEP', hash }
      const padding = { padding: node.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash.toLowerCase() }
      const { result } = await crypted({ ...config, key: publics[0] }, bytes(content))
      expect(base64(node.privateDecrypt({ key: privateKey, ...padding }, result))).toBe(base64(content))
      const made = node.publicEncrypt({ key: publicKey, ...padding }, content)
      expect(base64((await crypted({ ...config, operation: 'decrypt', key: privates[0] }, bytes(made))).result)).toBe(base64(content)) // prettier-ignore
    }
  })
  test.skipIf(!hasOpenssl)(`signatures, with a certificate too${needsOpenssl}`, async () => {
    const { result } = await crypted({ operation: 'sign', key: privates[1] }, bytes(content))
    expect(node.verify('sha256', content, publicKey, result)).toBe(true)
    const certificate = String(byOpenssl(['req', '-x509', '-new', '-subj', '/CN=weft', '-days', '1', '-key', 'KEY'], privates[0]!)) // prettier-ignore
    for (const key of [...publics, certificate]) {
      const check = { operation: 'verify', key, signature: literal(result) }
      expect((await crypted(check, bytes(content))).fault).toBeUndefined()
      expect((await crypted(check, 'other')).fault!.code).toBe('CRYPTO:SIGNATURE')
    }
  })
  test('too long, the wrong kind of key, and what is no key', async () => {
    expect((await crypted({ algorithm: 'RSA', key: publics[0] }, 'x'.repeat(246))).fault).toMatchObject({ code: 'CRYPTO:CONTENT', message: expect.stringContaining('245 go') }) // prettier-ignore
    for (const key of [privates[0], 'nonsense', ''])
      expect((await crypted({ algorithm: 'RSA', key }, 'x')).fault!.code).toBe('CRYPTO:KEY')
    expect((await crypted({ algorithm: 'RSA', operation: 'decrypt', key: privates[0] }, bytes(Buffer.alloc(256, 1)))).fault!.code).toBe('CRYPTO:CONTENT') // prettier-ignore
  })
  test('a replay gives the same bytes', async () => {
    const first = await ran([step('crypto', { algorithm: 'RSA', key: publics[0]! })], { input: sample('x') })
    const record = JSON.parse(JSON.stringify(first.run.record(first.summary)!)) as never
    expect((await ran(first.run.app, { replay: record, input: sample('x') })).payload).toEqual(first.payload)
  })

  /** OpenSSL with a key and a content in files. */
  function byOpenssl(args: string[], key: string, input?: Buffer): Buffer {
    const folder = mkdtempSync(join(tmpdir(), 'weft-'))
    const [keyFile, inputFile] = [join(folder, 'key'), join(folder, 'in')]
    try {
      writeFileSync(keyFile, key)
      writeFileSync(inputFile, input ?? '')
      const named = args.map((one) => (one === 'KEY' ? keyFile : one === 'IN' ? inputFile : one))
      return execFileSync('openssl', named, { stdio: ['ignore', 'pipe', 'pipe'] })
    } finally {
      rmSync(folder, { recursive: true })
    }
  }
})

test('text in base64 and hexadecimal, and what is none', async () => {
  for (const encoding of ['base64', 'hex']) {
    const config = { key: 'p', iterations: 1, encoding }
    const made = await ran([step('crypto', config)], { input: sample('x') })
    expect(made.payload).toMatch(encoding === 'hex' ? /^[\da-f]{64}$/ : /^[\w+/]{43}=$/)
    expect((await crypted({ ...config, operation: 'decrypt' }, made.payload)).result.toString()).toBe('x')
    expect((await crypted({ ...config, operation: 'decrypt' }, '!')).fault).toMatchObject({ code: 'CRYPTO:CONTENT' }) // prettier-ignore
  }
  expect((await crypted({ key: 'p', iterations: 1, content: ex('5') }, null)).fault!.code).toBe('CORE:TYPE')
})
