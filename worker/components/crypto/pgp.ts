// OpenPGP (RFC 9580, and 4880 before it), as OpenPGP.js does it: messages for one or several keys, and signatures apart from their
// content. Loaded by runs that use it.
import * as openpgp from 'openpgp'
import { toBase64 } from '../../model/base64.ts'
import { KeptReady } from '../../model/kept-ready.ts'
import { KeyError } from './key-error.ts'

/** Bytes that a compressed message may unpack to: a small one must not fill the memory. */
const MOST_UNPACKED = 64 << 20
const config: openpgp.PartialConfig = { maxDecompressedMessageSize: MOST_UNPACKED, showVersion: false }

export const pgpCiphers = { AES128: ['aes128', 16], AES192: ['aes192', 24], AES256: ['aes256', 32], '3DES': ['tripledes', 24], CAST5: ['cast5', 16] } as const // prettier-ignore
export type PgpCipher = keyof typeof pgpCiphers
/** Those that a signature may be of; MD5 and SHA-1 can be forged. */
const hashes: Record<string, openpgp.enums.hash> = {
  SHA256: openpgp.enums.hash.sha256,
  SHA384: openpgp.enums.hash.sha384,
  SHA512: openpgp.enums.hash.sha512,
}

/** `at`: milliseconds since the epoch, for which the keys must be valid. Throws KeyError. */
export async function pgpEncrypt(
  content: Uint8Array,
  keyText: Uint8Array,
  cipher: PgpCipher,
  at: number,
): Promise<Uint8Array> {
  const date = new Date(at)
  const encryptionKeys = await keysIn(keyText)
  for (const key of encryptionKeys) await usable(() => key.getEncryptionKey(undefined, date))
  const message = await openpgp.createMessage({ binary: content, date })
  const [algorithm, bytes] = pgpCiphers[cipher]
  const sessionKey = { algorithm, data: crypto.getRandomValues(new Uint8Array(bytes)) }
  return await openpgp.encrypt({ message, encryptionKeys, sessionKey, date, config, format: 'binary' })
}

/** Throws KeyError, or an Error where it is not for this key or was changed. */
export async function pgpDecrypt(
  content: Uint8Array,
  keyText: Uint8Array,
  passphrase: string,
): Promise<Uint8Array> {
  const decryptionKeys = await openedKeys(keyText, passphrase)
  const message = await readMessage(content)
  const { data } = await openpgp.decrypt({ message, decryptionKeys, config, format: 'binary' })
  return data
}

/** A signature apart from its content. `at`: milliseconds since the epoch, when it is made. Throws KeyError. */
export async function pgpSign(
  content: Uint8Array,
  keyText: Uint8Array,
  passphrase: string,
  hash: string,
  at: number,
): Promise<Uint8Array> {
  const preferredHashAlgorithm = hashes[hash]
  if (!preferredHashAlgorithm) throw new KeyError(`${hash} is not used for signatures`)
  const date = new Date(at)
  const signingKeys = (await openedKeys(keyText, passphrase)).slice(0, 1)
  await usable(() => signingKeys[0]!.getSigningKey(undefined, date))
  const message = await openpgp.createMessage({ binary: content, date })
  const how = { ...config, preferredHashAlgorithm }
  return await openpgp.sign({ message, signingKeys, date, config: how, detached: true, format: 'binary' })
}

/** Whether one of these keys has signed the content before `at` (milliseconds since the epoch). Throws KeyError. */
export async function pgpVerify(
  content: Uint8Array,
  signatureText: Uint8Array,
  keyText: Uint8Array,
  at: number,
): Promise<boolean> {
  const verificationKeys = await keysIn(keyText)
  const signature = isArmored(signatureText)
    ? await openpgp.readSignature({ armoredSignature: textOf(signatureText), config })
    : await openpgp.readSignature({ binarySignature: signatureText, config })
  const message = await openpgp.createMessage({ binary: content })
  const { signatures } = await openpgp.verify({ message, signature, verificationKeys, date: new Date(at), config, format: 'binary' }) // prettier-ignore
  const verified = await Promise.all(signatures.map(({ verified }) => verified.catch(() => false)))
  return verified.includes(true)
}

/** Text as mail and files have it. */
export function armored(bytes: Uint8Array, what: 'message' | 'signature'): string {
  const kind = openpgp.enums.armor[what]
  return openpgp.armor(kind, bytes, undefined, undefined, undefined, undefined, {
    ...openpgp.config,
    ...config,
  })
}

async function readMessage(content: Uint8Array): Promise<openpgp.Message<Uint8Array>> {
  if (!isArmored(content)) return await openpgp.readMessage({ binaryMessage: content, config })
  return (await openpgp.readMessage({ armoredMessage: textOf(content), config })) as unknown as openpgp.Message<Uint8Array> // prettier-ignore
}

/** All keys: one armored block behind another, or bytes. */
async function keysIn(keyText: Uint8Array): Promise<openpgp.Key[]> {
  try {
    if (!isArmored(keyText)) return await openpgp.readKeys({ binaryKeys: keyText, config })
    const blocks = textOf(keyText).match(/-----BEGIN PGP [\s\S]*?-----END PGP [A-Z ]+-----/g) ?? []
    const keys = await Promise.all(blocks.map((armoredKeys) => openpgp.readKeys({ armoredKeys, config })))
    if (keys.length > 0) return keys.flat()
  } catch (thrown) {
    throw new KeyError((thrown as Error).message)
  }
  throw new KeyError('it has no end')
}
/** Private keys that are kept open for the next message: a passphrase is slow on purpose. */
const MOST_KEPT = 8
const kept = new KeptReady<openpgp.PrivateKey[]>(MOST_KEPT)

function openedKeys(keyText: Uint8Array, passphrase: string): Promise<openpgp.PrivateKey[]> {
  return kept.of(`${toBase64(keyText)} ${passphrase}`, () => openKeys(keyText, passphrase))
}
async function openKeys(keyText: Uint8Array, passphrase: string): Promise<openpgp.PrivateKey[]> {
  const keys = (await keysIn(keyText)).filter((key): key is openpgp.PrivateKey => key.isPrivate())
  if (keys.length === 0) throw new KeyError('a private key was wanted')
  return await Promise.all(keys.map((key) => opened(key, passphrase)))
}
async function opened(privateKey: openpgp.PrivateKey, passphrase: string): Promise<openpgp.PrivateKey> {
  if (privateKey.isDecrypted()) return privateKey
  try {
    return await openpgp.decryptKey({ privateKey, passphrase, config })
  } catch {
    throw new KeyError('the passphrase is not that of the private key')
  }
}
/** What makes a key unfit: expired, revoked, too weak, for another use. */
async function usable(look: () => Promise<unknown>): Promise<void> {
  try {
    await look()
  } catch (thrown) {
    throw new KeyError((thrown as Error).message)
  }
}

function isArmored(bytes: Uint8Array): boolean {
  // The first bit of every packet is set (RFC 9580, 4.2), that of text is not.
  return bytes.length > 0 && bytes[0]! < 128
}
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
