// WS-Security UsernameToken Profile 1.1 (docs.oasis-open.org/wss/v1.1): the password as text, or as
// Base64(SHA-1(nonce + created + password)).
import { toBase64 } from '../../worker/model/base64.ts'
import { joined } from '../../worker/model/bytes.ts'
import { xmlText } from './xml.ts'

const wss = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss'
const profile = `${wss}-username-token-profile-1.0`

export interface UsernameToken {
  kind: 'text' | 'digest'
  user: string
  password: string
  mustUnderstand: boolean
  /** 16 bytes of chance. */
  nonce: Uint8Array
  /** Milliseconds since the epoch. */
  now: number
}

/** The header block. `soap` is the prefix of the envelope. */
export async function usernameToken(token: UsernameToken): Promise<string> {
  const created = new Date(token.now).toISOString()
  const isDigest = token.kind === 'digest'
  const password = isDigest ? await passwordDigest(token.nonce, created, token.password) : token.password
  const type = isDigest ? 'PasswordDigest' : 'PasswordText'
  const must = token.mustUnderstand ? ' soap:mustUnderstand="1"' : ''
  return (
    `<wsse:Security xmlns:wsse="${wss}-wssecurity-secext-1.0.xsd" xmlns:wsu="${wss}-wssecurity-utility-1.0.xsd"${must}>` +
    `<wsse:UsernameToken wsu:Id="UsernameToken-1"><wsse:Username>${xmlText(token.user)}</wsse:Username>` +
    `<wsse:Password Type="${profile}#${type}">${xmlText(password)}</wsse:Password>` +
    `<wsse:Nonce EncodingType="${wss}-soap-message-security-1.0#Base64Binary">${toBase64(token.nonce)}</wsse:Nonce>` +
    `<wsu:Created>${created}</wsu:Created></wsse:UsernameToken></wsse:Security>`
  )
}

export async function passwordDigest(nonce: Uint8Array, created: string, password: string): Promise<string> {
  const text = new TextEncoder().encode(created + password)
  return toBase64(new Uint8Array(await crypto.subtle.digest('SHA-1', joined([nonce, text]))))
}
