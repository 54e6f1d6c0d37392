// Crypto.Cipher.AES as scripts use it, against Node's own ciphers.
import { createCipheriv } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { WasmDataWay } from '../../../../dataway-wasm/host.ts'
import { loadDataway, scriptOutput } from '../../../conformance/script-output.ts'

let way: WasmDataWay
beforeAll(async () => {
  way = (await loadDataway()) as WasmDataWay
}, 200_000)

const text = 'sixteen bytes ok, and then some more'
const iv = '0123456789abcdef'

describe.each([16, 24, 32])('AES with a key of %i bytes', (size) => {
  const key = Buffer.from(Array.from({ length: size }, (_, i) => (i * 7 + 1) & 255))
  const bits = size * 8
  const modes: [string, string, string, string | null][] = [
    ['MODE_ECB', `aes-${bits}-ecb`, '', null],
    ['MODE_CBC', `aes-${bits}-cbc`, `iv=b'${iv}'`, iv],
    ['MODE_OFB', `aes-${bits}-ofb`, `iv=b'${iv}'`, iv],
    ['MODE_CFB', `aes-${bits}-cfb8`, `iv=b'${iv}'`, iv],
    ['MODE_CFB', `aes-${bits}-cfb`, `iv=b'${iv}', segment_size=128`, iv],
    ['MODE_CTR', `aes-${bits}-ctr`, `nonce=b'', initial_value=b'${iv}'`, iv],
  ]
  it.each(modes)('%s (%s)', (mode, cipher, options, start) => {
    const padded = mode === 'MODE_ECB' || mode === 'MODE_CBC'
    const plain = padded || options.includes('segment_size') ? text.padEnd(48, '.') : text
    const output = scriptOutput(
      way,
      `from Crypto.Cipher import AES
from Crypto.Util.Padding import pad, unpad
key = bytes.fromhex('${key.toString('hex')}')
plain = b'${plain}'
data = ${padded ? 'pad(plain, 16)' : 'plain'}
done = AES.new(key, AES.${mode}${options && `, ${options}`}).encrypt(data)
print(done.hex())
back = AES.new(key, AES.${mode}${options && `, ${options}`}).decrypt(done)
print(back == data, ${padded ? 'unpad(back, 16)' : 'back'} == plain)
`,
    )
    const node = createCipheriv(cipher, key, start)
    const expected = Buffer.concat([node.update(plain), node.final()]).toString('hex')
    expect(output).toBe(`${expected}\nTrue True\n`)
  })

  it('GCM with associated data', () => {
    const output = scriptOutput(
      way,
      `from Crypto.Cipher import AES
key = bytes.fromhex('${key.toString('hex')}')
c = AES.new(key, AES.MODE_GCM, nonce=b'abcdefghijkl')
c.update(b'head')
done, tag = c.encrypt_and_digest(b'${text}')
print(done.hex(), tag.hex())
d = AES.new(key, AES.MODE_GCM, nonce=b'abcdefghijkl')
d.update(b'head')
print(d.decrypt_and_verify(done, tag) == b'${text}')
d = AES.new(key, AES.MODE_GCM, nonce=b'abcdefghijkl')
try:
    d.decrypt_and_verify(done, tag)
except ValueError as e:
    print(e)
`,
    )
    const node = createCipheriv(`aes-${bits}-gcm` as 'aes-128-gcm', key, 'abcdefghijkl')
    node.setAAD(Buffer.from('head'))
    const expected = Buffer.concat([node.update(text), node.final()]).toString('hex')
    expect(output).toBe(`${expected} ${node.getAuthTag().toString('hex')}\nTrue\nMAC check failed\n`)
  })
})
