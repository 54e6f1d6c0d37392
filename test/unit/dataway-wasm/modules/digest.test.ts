// The digests of any length, fed in two pieces, against Node's own.

import asc from 'assemblyscript/asc'
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

interface Exports {
  memory: WebAssembly.Memory
  allocate(bytes: number): number
  start(algorithm: number): number
  update(state: number, data: number, length: number): void
  finish(state: number, out: number): number
}

let wasm: Exports

beforeAll(async () => {
  let binary: Uint8Array | undefined
  const { error, stderr } = await asc.main(
    ['dataway-wasm/assembly/modules/hashlib/digest-probe.ts', '-O2', '--runtime', 'stub', '-o', 'out.wasm'],
    {
      writeFile(name, contents) {
        if (name === 'out.wasm') binary = contents as Uint8Array
      },
    },
  )
  if (error || !binary) throw new Error(`asc: ${stderr.toString()}`)
  const { instance } = await WebAssembly.instantiate(binary as Uint8Array<ArrayBuffer>, {
    env: { abort: () => undefined },
  })
  wasm = instance.exports as unknown as Exports
}, 60_000)

describe('digests', () => {
  it.each(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'])('%s', (name) => {
    const algorithm = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'].indexOf(name)
    const input = wasm.allocate(1024)
    const out = wasm.allocate(64)
    for (let length = 0; length < 300; length++) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 37 + length * 11) & 255)
      new Uint8Array(wasm.memory.buffer, input, length).set(data)
      const cut = (length * 7) % (length + 1)
      const state = wasm.start(algorithm)
      wasm.update(state, input, cut)
      wasm.update(state, input + cut, length - cut)
      const size = wasm.finish(state, out)
      const got = Buffer.from(wasm.memory.buffer, out, size).toString('hex')
      expect(got, `${name} of ${length} bytes`).toBe(createHash(name).update(data).digest('hex'))
    }
  })
})
