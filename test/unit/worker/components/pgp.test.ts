// Crypto with PGP: messages, signatures and keys that GnuPG made, and, where it is there, GnuPG as the judge of ours. The keys were
// made for this test.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateKey, readKey, revokeKey } from 'openpgp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Config, Tagged } from '../../../../worker/model/app.ts'
import { fromBase64, toBase64 } from '../../../../worker/model/base64.ts'
import { ran, sample, step, testHost } from '../../../support/engine.ts'

const CURVE_PRIVATE = `-----BEGIN PGP PRIVATE KEY BLOCK-----

lFgEaVW5ABYJKwYBBAHaRw8BAQdArNfdkvtTYM2ZMh+oJtDKYst0YCjcHdgwsTvp
dpawb7AAAQCRAmv05ejV+ofv1u36dBaFYwUO8n/tzle48KTO4x3XwRR8tBJjdXJ2
ZUB3ZWZ0LmV4YW1wbGWIkAQTFggAOBYhBHEU2pYXYteykmgqBTwbL8X40sW9BQJp
VbkAAhsDBQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEDwbL8X40sW9d9ABAIRv
JDMXvPj3pQy4wvK1T86GYIkIWL6BIJdWvTNDTbjGAQCAgRlrS4U4J5C0N8PYu8GM
kWTfmQrCdueKla2uZt84DJxdBGlVuQASCisGAQQBl1UBBQEBB0DI7VbCnxSyE/Bh
XEd0OKRt5IaZb+/mXi9VXXXq9Y/TXwMBCAcAAP969lvFZ1b/Mvf2IlHO09B65ozs
EuEn1ltLWPtPDR2ucBKmiHgEGBYIACAWIQRxFNqWF2LXspJoKgU8Gy/F+NLFvQUC
aVW5AAIbDAAKCRA8Gy/F+NLFvQaWAP0YwjEdit7j6+5QeqEDes0BBxIfxjpHY5Io
p3GqaF4qoAEA263XgIyBmYggA15hLCDwGN4+Wk+aHD8v5bxnll9TWAk=
=LFbV
-----END PGP PRIVATE KEY BLOCK-----
`
const CURVE_PUBLIC = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mDMEaVW5ABYJKwYBBAHaRw8BAQdArNfdkvtTYM2ZMh+oJtDKYst0YCjcHdgwsTvp
dpawb7C0EmN1cnZlQHdlZnQuZXhhbXBsZYiQBBMWCAA4FiEEcRTalhdi17KSaCoF
PBsvxfjSxb0FAmlVuQACGwMFCwkIBwIGFQoJCAsCBBYCAwECHgECF4AACgkQPBsv
xfjSxb130AEAhG8kMxe8+PelDLjC8rVPzoZgiQhYvoEgl1a9M0NNuMYBAICBGWtL
hTgnkLQ3w9i7wYyRZN+ZCsJ254qVra5m3zgMuDgEaVW5ABIKKwYBBAGXVQEFAQEH
QMjtVsKfFLIT8GFcR3Q4pG3khplv7+ZeL1Vdder1j9NfAwEIB4h4BBgWCAAgFiEE
cRTalhdi17KSaCoFPBsvxfjSxb0FAmlVuQACGwwACgkQPBsvxfjSxb0GlgD9GMIx
HYre4+vuUHqhA3rNAQcSH8Y6R2OSKKdxqmheKqABANut14CMgZmIIANeYSwg8Bje
PlpPmhw/L+W8Z5ZfU1gJ
=QYn6
-----END PGP PUBLIC KEY BLOCK-----
`
const CURVE_MESSAGE = `-----BEGIN PGP MESSAGE-----

hF4D7ku3L7rIFi8SAQdAvQDM6MOviPadaJELtCwwgWB6QCgGk6vnp/Srod+JPg0w
FuMDcst0T0N+gjYttzwxrNGpNsMI8LibTCjdKqeMIfefcEgrH3OPLUawaGnoCgBq
0k0BjO+Z9D5B49dJkkOecYWWulaonOFuHhBNKz5HXCx+Ed14yeJxBDV17GU3HCs+
89zPJLt5wDhlfEMXGhHmi6Ef9Ft/fIT/cQIvf3VtTw==
=b0zh
-----END PGP MESSAGE-----
`
const CURVE_SIGNATURE = `-----BEGIN PGP SIGNATURE-----

iIkEABYIADEWIQRxFNqWF2LXspJoKgU8Gy/F+NLFvQUCawwJ/hMcY3VydmVAd2Vm
dC5leGFtcGxlAAoJEDwbL8X40sW9NBcA/34VecZ2KND0/Cz0UMRTaZzoGzoaaANa
d6XMrkxj1ZlaAP9wwlLUTtOfTRjfmNkzTSLk92mWUuLj75dMSfsIvj/JAA==
=dFhF
-----END PGP SIGNATURE-----
`
/** Its passphrase: open sesame. */
const RSA_PRIVATE = `-----BEGIN PGP PRIVATE KEY BLOCK-----

lQPGBGlVuQABCACxhGT5uuDM9ANgn7O8M504sMWSLs+DKzB0+RJKps8Wtn7Jcpih
DZsMJUq50DF8tjIRHa17LgI86zr9Z0ri+sEBcRJGpNvgstjNb+rTeOD8ZDI/+oSz
oqh6w1W9fH6UbGaBZAgB6uVNqzn/NtzRAs3NhDkpetn7tIsTK8DayHTFmdb2H+3u
wAbl/o/G3O1I+00s91el2TR/CbuQLfogpcUO1HjEZunmnNvOCvJ2pIYg608BaAaT
n43OYQ4hEec1jvPlIhUoD309DYcfndnVS/zoLQ+LfwLda6AzguY6mmeeBC2bcL+g
B1m0UrcWJftTiqcgGUJCUrxOQJQTgiTG9oNTABEBAAH+BwMCUH0zgIBY1Fr/M4t7
eDTZdrFEtBURTfac2JRSw1FOFyJPsv7JUmJkOeGgky//K4dMN5Cstd3gXA783n22
q5o0HJNrJ+5CErqs8I8QjtRn8MBsXDmQ7H37CZbKWR+QEwvAdpkLM8AhOmkSB5L6
jVoob3QeACKjih3BYwnutwsR3p1c7YUWO21tZZBPwAH08NFXGXcIDfJLGvuSjeG8
geg8wJjdBUP9suTwJl/DLCgJuFLCm8WWGPCozGX+ttCjIAwySVWljWHrc+mUBLds
6Vosn9wLFRtVKrjG6nVg62kemoRSP2NOlLnA0dDaDNVT4Xp8kxtrNfSKDtixnZBu
Imnz8nwDdE/Nx1w9JzAuwg1YHk+AXe57iBiW9CUdHrLOkPHNosrPyfaIr55vveRj
m71a6EjNop26ggeT/JT199MIt+AffR44RFFWxha0AGCz8hQHt4v4Nj7ekdJ+eHLI
7dFArlSjD4w/K/bUOswVzLIMulpuxR5LKCn/C4I3VTd03or4rqHwRk/2N9THcHas
nHc+AckANYG4uUV3WT85+xpCUFBrfQPZ7/ZC1cbu8Mnrx6Hm3qZdNtzE6IMK2OdG
KhTzbXkomy0e2cSUguM5PhwOrBFkLqPx1jChbKzpRuZ8SuD1iSL3lp0gxifc6v6g
qFi1+rtRlMbQtheoX2Z2KyZ2olf9TTow86tR/Eb1YnKsP/AYcWiFfLaxb8HwMoTC
krxhiN8fGF8nAEXCfstYNIqsnJ9q+5WzZKK5opZFmUHNtm0VuZwUIBZCP7HbM/XI
eVHAJ6DQxj6ygRQ8mPx7TU19UiCh0XtoIXme1DXneMM7q0Fnj4FZkMasX6iohRA4
rRD+0jPB/rfp6xZmzjI4hfsfPm66NSm/x0Zoz8snE40l6vO7oMnAemreGal0ka26
O4cBl+oKtM8JtBByc2FAd2VmdC5leGFtcGxliQFOBBMBCgA4FiEE5L70zJldx73E
qtWPKhR7Az+Vsn4FAmlVuQACGwMFCwkIBwIGFQoJCAsCBBYCAwECHgECF4AACgkQ
KhR7Az+Vsn4/0gf+J+abeM4A7T4xRFX7Hnw/xcGs+0UBQvz6hjnYnS0g8b3k7/oL
Fh93EUmbAqaPhdGsDkftV/0WfPWvDR+eKoeUMV4Pz2fOxs/wF11/iU73wJCunkDi
1bEuJF7hheZiQBmFK2Kbo7chAp8MN6caXL8K3wVOd0rg2UQOZKI+J7i+/tzyL9Es
E9AigrjfPeANxK4YDwCe2qnj1QIUQE1cEjHfPQKjG310su8DD/yhm4LDF5W7LXrK
AOi3e+YmSAEM6exO5iZ7Eazi7i5j6VF9WldwCFqu9tS/0BEKZwlCoOXLja3OtHz3
P96qCzn2NUveakeT8uhACSbttswzCPSfh8160Z0DxgRrDAntAQgAyQYl/pWNCx7/
G0slNqylVjfjwgm6g1fPPdHFpx8MugmiGB+/SRngPT9Zy4xqINQ2HtNXJrgonpoW
T+XBa/SC1nNPrgyH4/STN62xGGKWXKgmIY9TlfqKv79W/JHGKazTPBjUsRjGhPf2
ZejDxxWNYzex9tM9ghEqb+fQz1RCzuCWOzl3ZaZFu/1yCLvyLD6clbRsP2qabjbt
KM7ZfgB218/qu9WtNEYvrUVZiZqVIs910xWtXqPrUZFECrPIZI152Zy9RwshXsgD
DXcADZIzt6vZAchjHtCPBos2mEt6wiVwl+YF2Q53V/6o/LC3k9SytU714saS4mTH
/J+UQal4qwARAQAB/gcDAuefT+/D1kq6/6BMzdKlzIbyX7VpB/+dHyZB87zbJzjo
jMPQQwjEZpvIfHkilHMvt0ZFqT6lgPgzrsXOOJTh58hzQi2b/xn4CpFaJe2lR7MY
RJmYCwrj+qtAYgT9ERe6Q7FzegJWLJm+LU1+t41153z6gJSPYrgEVVyIhIyzxRff
1DX2IGsw7d6ExDAMqrgyyHaQSV3oq8B+x6IML0IozRUbY8e6ALobpBmMtqlvryRc
TLLv/6yY5F2HP6MWJHe+0LV43vLApcEbAt+4lZh8894Hwi+B8gHev8VP/o2RTbwA
rOayCqDd+HwTXKPXtsaz6eCUI/6UtVxL7VB6DCydhjM28n0mg8ry7InIjmKZUr8a
NkrQ7DiCWX+ULOcS+brgddGEdKNpsNqNlVTcd8PUfWU08k/4NWK0iH8u5VPfgxWb
hbaKM6GjarGXg2AixYj2E8WJUbIYx8/1F4EJFAz27Edg/SGBWT48LpExa6BZ8Uhb
rmhXn8oMQ4Bx/w/u8KWb3NuQYPkDxvV4cfq78Cz0rEwVInSeb2ZC3UmT/ejLoCd7
MMmoZDHjj5OsLFx90h0dXPwHqgylGmGS/ocI8sX2Nmsy9aGZGCJqmnKO+shLM5ip
52WAa/tn5fuTU3wQ8soHG5zsGYjxHiwN+sGDVnxDw8rv/AX8IDFyltxXP8OTOYgz
SLL3dh/r9x7hOZxYq4K3EFeYpfgrocZOe0PiPfbCnoowBmOlfLMbNDzI3iXfuPnM
bLmC9/qfUH3pzZUmTMFL89QuleCtPbuYEO2sD4wu+MZ/NENzYAek96gXt2D6jcvs
DTyWZyx0BbeDNBWuPQr927D1bj5z8WazDeHMfyQCoayG1wOiCdd+isQxr9UKsrNt
WMue92+EivcZ7jkudUPffJrjeiE4lALqfqVtSHLbJH2JsQ7eAYkBNgQYAQoAIBYh
BOS+9MyZXce9xKrVjyoUewM/lbJ+BQJrDAntAhsMAAoJECoUewM/lbJ+WFYH/iS/
RnSHeQh4Amxbx0yP4Kv51VYtbHTUTdJLKqVBZWWeYqiRdjEq5qhq/vWPqukW9Moy
nBDnxeIaKCVBGpkKk9KnMUPRMKzdqfn5G+Cm4h8eUqwBWB07GLce0vQgbmf1j9CG
kIQjxPRyhgXVCt/R+in8fiyxSDDPxsS3+dsc27Vo61hjGVnt0ra33vssWcKhY+LY
UtrZzlRKdP1hiuij9OimwA8EVS6xty7f00LJHxC/IzesNv/MvZvjwyplF9qRfvuk
zoaVIMmC5LleBibU02Dqjc+maDYGztstUKrrhHPeHptVyNp0qAC41VtnbYudn0Qq
afmJOMltxP2fWIkG1BA=
=DWlB
-----END PGP PRIVATE KEY BLOCK-----
`
const RSA_PUBLIC = `-----BEGIN PGP PUBLIC KEY BLOCK-----

mQENBGlVuQABCACxhGT5uuDM9ANgn7O8M504sMWSLs+DKzB0+RJKps8Wtn7Jcpih
DZsMJUq50DF8tjIRHa17LgI86zr9Z0ri+sEBcRJGpNvgstjNb+rTeOD8ZDI/+oSz
oqh6w1W9fH6UbGaBZAgB6uVNqzn/NtzRAs3NhDkpetn7tIsTK8DayHTFmdb2H+3u
wAbl/o/G3O1I+00s91el2TR/CbuQLfogpcUO1HjEZunmnNvOCvJ2pIYg608BaAaT
n43OYQ4hEec1jvPlIhUoD309DYcfndnVS/zoLQ+LfwLda6AzguY6mmeeBC2bcL+g
B1m0UrcWJftTiqcgGUJCUrxOQJQTgiTG9oNTABEBAAG0EHJzYUB3ZWZ0LmV4YW1w
bGWJAU4EEwEKADgWIQTkvvTMmV3HvcSq1Y8qFHsDP5WyfgUCaVW5AAIbAwULCQgH
AgYVCgkICwIEFgIDAQIeAQIXgAAKCRAqFHsDP5Wyfj/SB/4n5pt4zgDtPjFEVfse
fD/Fwaz7RQFC/PqGOdidLSDxveTv+gsWH3cRSZsCpo+F0awOR+1X/RZ89a8NH54q
h5QxXg/PZ87Gz/AXXX+JTvfAkK6eQOLVsS4kXuGF5mJAGYUrYpujtyECnww3pxpc
vwrfBU53SuDZRA5koj4nuL7+3PIv0SwT0CKCuN894A3ErhgPAJ7aqePVAhRATVwS
Md89AqMbfXSy7wMP/KGbgsMXlbstesoA6Ld75iZIAQzp7E7mJnsRrOLuLmPpUX1a
V3AIWq721L/QEQpnCUKg5cuNrc60fPc/3qoLOfY1S95qR5Py6EAJJu22zDMI9J+H
zXrRuQENBGsMCe0BCADJBiX+lY0LHv8bSyU2rKVWN+PCCbqDV8890cWnHwy6CaIY
H79JGeA9P1nLjGog1DYe01cmuCiemhZP5cFr9ILWc0+uDIfj9JM3rbEYYpZcqCYh
j1OV+oq/v1b8kcYprNM8GNSxGMaE9/Zl6MPHFY1jN7H20z2CESpv59DPVELO4JY7
OXdlpkW7/XIIu/IsPpyVtGw/appuNu0oztl+AHbXz+q71a00Ri+tRVmJmpUiz3XT
Fa1eo+tRkUQKs8hkjXnZnL1HCyFeyAMNdwANkjO3q9kByGMe0I8GizaYS3rCJXCX
5gXZDndX/qj8sLeT1LK1TvXixpLiZMf8n5RBqXirABEBAAGJATYEGAEKACAWIQTk
vvTMmV3HvcSq1Y8qFHsDP5WyfgUCawwJ7QIbDAAKCRAqFHsDP5WyflhWB/4kv0Z0
h3kIeAJsW8dMj+Cr+dVWLWx01E3SSyqlQWVlnmKokXYxKuaoav71j6rpFvTKMpwQ
58XiGiglQRqZCpPSpzFD0TCs3an5+RvgpuIfHlKsAVgdOxi3HtL0IG5n9Y/QhpCE
I8T0coYF1Qrf0fop/H4ssUgwz8bEt/nbHNu1aOtYYxlZ7dK2t977LFnCoWPi2FLa
2c5USnT9YYroo/TopsAPBFUusbcu39NCyR8QvyM3rDb/zL2b48MqZRfakX77pM6G
lSDJguS5XgYm1NNg6o3Ppmg2Bs7bLVCq64Rz3h6bVcjadKgAuNVbZ22LnZ9EKmn5
iTjJbcT9n1iJBtQQ
=4ZJV
-----END PGP PUBLIC KEY BLOCK-----
`

const CONTENT = 'Weft 织机\n'
const rsa = { key: RSA_PRIVATE, passphrase: 'open sesame' }
const keys = [
  ['Curve25519', CURVE_PUBLIC, { key: CURVE_PRIVATE }],
  ['RSA', RSA_PUBLIC, rsa],
] as const

async function crypted(operation: string, content: Uint8Array | string, config: Config) {
  const algorithm = { algorithm: 'PGP', signatureAlgorithm: 'PGP' }
  const input: Tagged = typeof content === 'string' ? content : { $bytes: toBase64(content) }
  // The keys are valid from the day they were made.
  const host = { ...testHost(), clock: () => ({ micros: Date.now() * 1000, offset: 0, zone: 'UTC' }) }
  return await ran([step('crypto', { operation, ...algorithm, ...config })], { host, input: sample(input) })
}
async function bytesOf(operation: string, content: Uint8Array | string, config: Config): Promise<Uint8Array> {
  const { payload, fault } = await crypted(operation, content, config)
  if (fault) throw new Error(`${fault.code}: ${fault.message}`)
  if (typeof payload === 'string') return new TextEncoder().encode(payload)
  return fromBase64((payload as { $bytes: string }).$bytes)
}
const same = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0
const contents = [0, 1, 7, 8, 191, 8_384, 100_000].map((length) => Uint8Array.from({ length }, (_, n) => n * 31)) // prettier-ignore

test('reads a message that GnuPG encrypted and a signature that it made', async () => {
  expect(new TextDecoder().decode(await bytesOf('decrypt', CURVE_MESSAGE, { key: CURVE_PRIVATE }))).toBe(CONTENT) // prettier-ignore
  const signed = { key: CURVE_PUBLIC, signature: CURVE_SIGNATURE }
  expect(await crypted('verify', CONTENT, signed)).toMatchObject({ fault: undefined, payload: CONTENT })
  expect((await crypted('verify', 'other', signed)).fault).toMatchObject({ code: 'CRYPTO:SIGNATURE', at: { field: 'signature' } }) // prettier-ignore
  expect((await crypted('verify', CONTENT, { ...signed, key: RSA_PUBLIC })).fault?.code).toBe('CRYPTO:SIGNATURE') // prettier-ignore
})

describe.each(keys)('%s', (_, open, secret) => {
  test('there and back with every cipher, as bytes and in armor', async () => {
    for (const pgpCipher of ['AES128', 'AES192', 'AES256', '3DES', 'CAST5'])
      for (const content of pgpCipher === 'AES128' ? contents : [contents[4]!]) {
        const sealed = await bytesOf('encrypt', content, { key: open, pgpCipher })
        expect(same(await bytesOf('decrypt', sealed, secret), content), `${pgpCipher} ${content.length}`).toBe(true) // prettier-ignore
      }
    const armor = await bytesOf('encrypt', CONTENT, { key: open, encoding: 'armor' })
    expect(new TextDecoder().decode(armor)).toMatch(/^-----BEGIN PGP MESSAGE-----\n\n/)
    expect(new TextDecoder().decode(await bytesOf('decrypt', armor, secret))).toBe(CONTENT)
  })
  test('signs, and notices another content', async () => {
    for (const hash of ['SHA256', 'SHA384', 'SHA512']) {
      const signature = { $bytes: toBase64(await bytesOf('sign', CONTENT, { ...secret, hash })) }
      const config: Config = { key: open, signature: { mode: 'literal', value: signature } }
      expect((await crypted('verify', CONTENT, config)).fault).toBeUndefined()
      expect((await crypted('verify', `${CONTENT}.`, config)).fault?.code).toBe('CRYPTO:SIGNATURE')
    }
    for (const hash of ['MD5', 'SHA1'])
      expect((await crypted('sign', CONTENT, { ...secret, hash })).fault?.code).toBe('CRYPTO:KEY')
  })
  test('what was changed or cut off anywhere is CRYPTO:CONTENT, never a bug', async () => {
    const sealed = await bytesOf('encrypt', contents[4]!, { key: open })
    for (let at = 0; at < sealed.length; at += 13) {
      const changed = sealed.slice()
      changed[at]! ^= 0x11
      for (const content of [changed, sealed.subarray(0, at)])
        expect((await crypted('decrypt', content, secret)).fault?.code, `at ${at}`).toBe('CRYPTO:CONTENT')
    }
  })
})

test('a message for two is read by each of them', async () => {
  const sealed = await bytesOf('encrypt', CONTENT, { key: `${CURVE_PUBLIC}\n${RSA_PUBLIC}` })
  for (const [, , secret] of keys) expect(new TextDecoder().decode(await bytesOf('decrypt', sealed, secret))).toBe(CONTENT) // prettier-ignore
})
test('what is no key, a public one where a private one is wanted, and a wrong passphrase say so', async () => {
  const sealed = await bytesOf('encrypt', CONTENT, { key: RSA_PUBLIC })
  const why = async (config: Config, operation = 'decrypt') =>
    (await crypted(operation, sealed, config)).fault
  expect(await why({ key: 'none' }, 'encrypt')).toMatchObject({ code: 'CRYPTO:KEY', at: { field: 'key' } })
  expect((await why({ key: RSA_PUBLIC }))?.message).toContain('private key')
  expect((await why({ key: RSA_PUBLIC }, 'sign'))?.message).toContain('private key')
  expect((await why({ key: RSA_PRIVATE, passphrase: 'wrong' }))?.message).toContain('passphrase')
  expect((await why({ key: RSA_PRIVATE }))?.message).toContain('passphrase')
  expect((await why({ key: CURVE_PRIVATE }))?.code).toBe('CRYPTO:CONTENT')
  expect((await crypted('encrypt', 'x', { key: RSA_PUBLIC, algorithm: 'AES', encoding: 'armor' })).fault?.code).toBe('CRYPTO:KEY') // prettier-ignore
})
test('a key that has expired or was revoked is refused, with the reason', async () => {
  const of = { userIDs: [{ name: 'Old' }], type: 'curve25519' as const }
  const old = await generateKey({ ...of, date: new Date('2020-01-01'), keyExpirationTime: 60 })
  const { privateKey, publicKey, revocationCertificate } = await generateKey({ ...of, date: new Date('2020-01-01') }) // prettier-ignore
  const key = await readKey({ armoredKey: publicKey })
  const revoked = await revokeKey({ key, revocationCertificate })
  const why = async (operation: string, config: Config) => (await crypted(operation, CONTENT, config)).fault
  expect(await why('encrypt', { key: publicKey })).toBeUndefined()
  expect(await why('sign', { key: privateKey })).toBeUndefined()
  expect(await why('encrypt', { key: old.publicKey })).toMatchObject({ code: 'CRYPTO:KEY', message: expect.stringContaining('expired') }) // prettier-ignore
  expect(await why('sign', { key: old.privateKey })).toMatchObject({ code: 'CRYPTO:KEY', message: expect.stringContaining('expired') }) // prettier-ignore
  expect(await why('encrypt', { key: revoked.publicKey })).toMatchObject({ code: 'CRYPTO:KEY', message: expect.stringContaining('revoked') }) // prettier-ignore
})
test('a replay gives the same bytes', async () => {
  const { run, summary, payload } = await crypted('encrypt', CONTENT, { key: RSA_PUBLIC })
  const again = await ran(run.app, {
    replay: JSON.parse(JSON.stringify(run.record(summary))),
    input: sample(CONTENT),
  })
  expect(again.payload).toEqual(payload)
})

const hasGpg = (() => {
  try {
    return /2\.\d/.test(String(execFileSync('gpg', ['--version'])))
  } catch {
    return false
  }
})()
describe.skipIf(!hasGpg)(`GnuPG${hasGpg ? '' : ' (skipped: needs gpg, run apt-get install gnupg)'}`, () => {
  let home: string
  const gpg = (...args: string[]): Buffer => execFileSync('gpg', ['--homedir', home, '--batch', '--yes', '--quiet', '--pinentry-mode', 'loopback', '--trust-model', 'always', '--passphrase', 'open sesame', ...args], { stdio: ['ignore', 'pipe', 'pipe'] }) // prettier-ignore
  const file = (name: string): string => join(home, name)
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'weft-gpg-'))
    writeFileSync(file('keys'), CURVE_PRIVATE + RSA_PRIVATE)
    gpg('--import', file('keys'))
  }, 60_000)
  afterAll(() => {
    execFileSync('gpgconf', ['--homedir', home, '--kill', 'all'])
    rmSync(home, { recursive: true, force: true })
  })

  describe.each(keys)('%s', (name, open, secret) => {
    const user = name === 'RSA' ? 'rsa@weft.example' : 'curve@weft.example'
    test('reads what is encrypted here, and encrypts what is read here', { timeout: 60_000 }, async () => {
      for (const [pgpCipher, cipher] of [
        ['AES128', 'AES'],
        ['AES192', 'AES192'],
        ['AES256', 'AES256'],
        ['3DES', '3DES'],
        ['CAST5', 'CAST5'],
      ] as const) {
        // prettier-ignore
        const content = contents.at(-1)!
        writeFileSync(file('ours'), await bytesOf('encrypt', content, { key: open, pgpCipher }))
        expect(same(gpg('--decrypt', file('ours')), content), pgpCipher).toBe(true)
        writeFileSync(file('plain'), content)
        gpg('--cipher-algo', cipher, '--recipient', user, '--output', file('theirs'), '--encrypt', file('plain')) // prettier-ignore
        expect(same(await bytesOf('decrypt', readFileSync(file('theirs')), secret), content), cipher).toBe(true) // prettier-ignore
      }
    })
    test('takes signatures made here, and makes some that are taken here', { timeout: 60_000 }, async () => {
      writeFileSync(file('plain'), CONTENT)
      for (const hash of ['SHA256', 'SHA512']) {
        writeFileSync(file('ours.sig'), await bytesOf('sign', CONTENT, { ...secret, hash }))
        gpg('--ignore-time-conflict', '--verify', file('ours.sig'), file('plain'))
        for (const mode of ['--no-textmode', '--textmode']) {
          gpg('--digest-algo', hash, mode, '--local-user', user, '--armor', '--output', file('theirs.sig'), '--detach-sign', file('plain')) // prettier-ignore
          const signature = readFileSync(file('theirs.sig'), 'utf8')
          expect((await crypted('verify', CONTENT, { key: open, signature })).fault, mode).toBeUndefined()
        }
      }
      writeFileSync(file('plain'), 'other')
      expect(() => gpg('--ignore-time-conflict', '--verify', file('ours.sig'), file('plain'))).toThrow()
    })
  })
})
