// The key of a protected vault opens with the passphrase and with the recovery key, and with nothing else.
import { argon2id } from 'hash-wasm'
import { expect, test } from 'vitest'
import { newSlots, openSlots, withPassphrase } from '../../../../worker/vault/key-slots.ts'

const device = new Uint8Array(32).fill(7)
const passphrase = 'correct horse battery staple'
const iv = new Uint8Array(12)
const sealed = async (key: CryptoKey) =>
  Buffer.from(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(4))).toString('hex')
const wrong = { code: 'VAULT:WRONG_KEY' }

test('Argon2id gives the test vector of its reference implementation', async () => {
  const hash = await argon2id({ password: 'password', salt: 'somesalt', parallelism: 1, iterations: 2, memorySize: 65_536, hashLength: 32, outputType: 'hex' }) // prettier-ignore
  expect(hash).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7')
})
test('both keys open the same vault; a wrong one, another device and a changed slot do not', async () => {
  const { key, slots, recovery } = await newSlots(passphrase, device)
  const same = await sealed(key)
  expect(recovery).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(await sealed(await openSlots(slots, { passphrase }, device))).toBe(same)
  expect(await sealed(await openSlots(slots, { recovery }, new Uint8Array(32)))).toBe(same)
  const careless = recovery.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(await sealed(await openSlots(slots, { recovery: careless }, device))).toBe(same)
  await expect(openSlots(slots, { passphrase: `${passphrase}!` }, device)).rejects.toMatchObject(wrong)
  await expect(openSlots(slots, { passphrase }, new Uint8Array(32))).rejects.toMatchObject(wrong)
  await expect(openSlots(slots, { recovery: recovery.replace(/^./, (one) => (one === 'A' ? 'B' : 'A')) }, device)).rejects.toMatchObject(wrong) // prettier-ignore
  await expect(openSlots(slots, { recovery: 'x' }, device)).rejects.toMatchObject(wrong)
  const weak = { ...slots, passphrase: { ...slots.passphrase, cost: { memory: 8, passes: 1 } } }
  await expect(openSlots(weak, { passphrase }, device)).rejects.toMatchObject(wrong)
}, 30_000)
test('another passphrase, set with the recovery key; the old one is worth nothing then', async () => {
  const { key, slots, recovery } = await newSlots(passphrase, device)
  const next = 'five words that nobody guesses'
  const changed = await withPassphrase(slots, { recovery }, next, device)
  expect(await sealed(await openSlots(changed, { passphrase: next }, device))).toBe(await sealed(key))
  await expect(openSlots(changed, { passphrase }, device)).rejects.toMatchObject(wrong)
}, 30_000)
test('a short passphrase is refused', async () => {
  await expect(newSlots('elevenchars', device)).rejects.toMatchObject({ code: 'VAULT:SHORT' })
})
