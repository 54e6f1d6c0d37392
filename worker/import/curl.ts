// curl commands as requests: what browsers ("Copy as cURL") and API documents write. Options by curl's manual
// (curl.se/docs/manpage.html); one that changes nothing about the request is passed over, one that does and is not known is
// noted.
import { fault } from '../model/fault.ts'
import { maxRequests, type Found, type FoundRequest, type Note } from './found.ts'
import { shellCommands } from './shell-words.ts'

export function isCurl(text: string): boolean {
  return /^\s*(\$\s+)?curl(\.exe)?\s/.test(text)
}

/** Throws IMPORT:CURL for a text with no curl command that has an address. */
export function fromCurl(text: string): Found {
  const notes: Note[] = []
  const commands = shellCommands(text.replace(/^\s*\$\s+/gm, ''))
    .filter(([name]) => /^curl(\.exe)?$/.test(name ?? ''))
    .slice(0, maxRequests)
  const requests = commands.flatMap((words) => {
    const request = readCommand(words.slice(1), notes)
    return request ? [request] : []
  })
  if (requests.length === 0)
    throw fault('IMPORT:CURL', 'No curl command with an address was found.', {
      hint: 'Paste a whole command: curl https://host/path -H …',
    })
  return { kind: 'curl', title: nameOf(requests[0]!), requests, notes }
}

/** Short options that take a value; of the others several may stand together: `-sSLk`. */
const shortWithValue = 'HXdFuAebmxorcTCDEKPQUtwyYz'
const longOf: Record<string, string> = { H: 'header', X: 'request', d: 'data', F: 'form', u: 'user', A: 'user-agent', e: 'referer', b: 'cookie', m: 'max-time', G: 'get', I: 'head', L: 'location', T: 'upload-file', x: 'proxy', K: 'config', E: 'cert', r: 'range', k: 'insecure' } // prettier-ignore
const longWithValue = new Set(['url', 'url-query', 'header', 'request', 'data', 'data-raw', 'data-ascii', 'data-binary', 'data-urlencode', 'json', 'form', 'form-string', 'user', 'user-agent', 'referer', 'cookie', 'cookie-jar', 'max-time', 'connect-timeout', 'max-redirs', 'oauth2-bearer', 'output', 'upload-file', 'proxy', 'proxy-user', 'config', 'cert', 'key', 'cacert', 'capath', 'range', 'retry', 'retry-delay', 'retry-max-time', 'write-out', 'resolve', 'connect-to', 'limit-rate', 'ciphers', 'interface', 'noproxy', 'aws-sigv4', 'dump-header', 'stderr', 'trace', 'trace-ascii', 'tls-max', 'unix-socket', 'request-target', 'rate', 'expand-url', 'variable', 'dns-servers', 'doh-url', 'keepalive-time', 'local-port', 'max-filesize', 'speed-limit', 'speed-time', 'time-cond', 'pinnedpubkey', 'pass', 'cert-type', 'key-type', 'curves', 'proto', 'proto-default', 'proto-redir', 'hsts', 'alt-svc', 'netrc-file', 'socks5', 'socks4', 'socks5-hostname']) // prettier-ignore
/** They change how a request is made or who it is from, and have no counterpart. */
const noted = new Set(['proxy', 'cert', 'key', 'config', 'insecure', 'aws-sigv4', 'range', 'unix-socket', 'connect-to', 'resolve', 'digest', 'ntlm', 'negotiate', 'request-target', 'netrc']) // prettier-ignore

function readCommand(words: string[], notes: Note[]): FoundRequest | undefined {
  const options = optionsOf(words)
  const last = (name: string): string | undefined => options.findLast(([one]) => one === name)?.[1]
  const has = (name: string): boolean => options.some(([one]) => one === name)
  const all = (...names: string[]): [string, string][] =>
    options.filter((one): one is [string, string] => names.includes(one[0]) && one[1] !== undefined)
  for (const [name] of options) if (noted.has(name)) notes.push({ what: 'option', detail: `--${name}` })
  const address = last('url')
  if (address === undefined) return undefined
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`
  if (!URL.canParse(url)) {
    notes.push({ what: 'option', detail: address.slice(0, 200) })
    return undefined
  }
  const headers = headersOf(all('header'))
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && !headers.some(([one]) => one.toLowerCase() === name.toLowerCase()))
      headers.push([name, value])
  }
  const body = bodyOf(all, notes)
  if (has('json')) add('Accept', 'application/json')
  add('User-Agent', last('user-agent'))
  add('Referer', last('referer'))
  add('Cookie', cookieOf(last('cookie'), notes))
  const inQuery = has('get') && body ? body.text : undefined
  const { plain, query } = parted(url, [inQuery, ...all('url-query').map(([, text]) => encodedPart(text))])
  const method =
    last('request')?.toUpperCase() ?? (has('head') ? 'HEAD' : has('get') || !body ? 'GET' : 'POST')
  const redirects = has('location') || has('location-trusted') ? Number(last('max-redirs') ?? 10) : 0
  const time = Number(last('max-time') ?? NaN)
  const auth = authOf(last('user'), last('oauth2-bearer'), headers)
  const request: FoundRequest = { name: '', method, url: plain, headers, query }
  if (body && inQuery === undefined) request.body = body
  if (auth) request.auth = auth
  if (redirects !== 10) request.redirects = Math.min(Math.max(redirects, 0), 20)
  if (Number.isFinite(time) && time > 0) request.timeout = time
  return { ...request, name: nameOf(request) }
}

/** Names without dashes, with their values; an address has the name `url`. */
function optionsOf(words: string[]): [string, string?][] {
  const options: [string, string?][] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word.startsWith('--') && word.length > 2) {
      const name = word.slice(2)
      options.push(longWithValue.has(name) ? [name, words[++i]] : [name])
    } else if (word.startsWith('-') && word.length > 1) {
      for (let at = 1; at < word.length; at++) {
        const letter = word[at]!
        const name = longOf[letter] ?? letter
        if (!shortWithValue.includes(letter)) options.push([name])
        else {
          options.push([name, word.slice(at + 1) || words[++i]])
          break
        }
      }
    } else options.push(['url', word])
  }
  return options
}

function headersOf(written: [string, string][]): [string, string][] {
  return written.flatMap(([, text]): [string, string][] => {
    const found = /^([^:;]+)[:;]\s*(.*)$/s.exec(text)
    return found && (found[2] !== '' || text.includes(';')) ? [[found[1]!.trim(), found[2]!.trim()]] : []
  })
}

function bodyOf(
  all: (...names: string[]) => [string, string][],
  notes: Note[],
): FoundRequest['body'] | undefined {
  const forms = all('form', 'form-string')
  if (forms.length > 0) return multipart(forms, notes)
  const parts = all('data', 'data-raw', 'data-ascii', 'data-binary', 'data-urlencode', 'json')
  if (parts.length === 0) return undefined
  const isJson = parts.some(([name]) => name === 'json')
  const texts = parts.map(([name, text]) => {
    if (name !== 'data-raw' && text.startsWith('@')) {
      notes.push({ what: 'file', detail: text.slice(1, 200) })
      return ''
    }
    return name === 'data-urlencode' ? encodedPart(text) : text
  })
  const text = texts.join(isJson ? '' : '&')
  return { text, mime: isJson ? 'application/json' : 'application/x-www-form-urlencoded' }
}

/** `--data-urlencode`: `content`, `=content`, `name=content`. */
function encodedPart(text: string): string {
  const at = text.indexOf('=')
  if (at === -1) return encodeURIComponent(text)
  const name = text.slice(0, at)
  return `${name}${name ? '=' : ''}${encodeURIComponent(text.slice(at + 1))}`
}

function multipart(forms: [string, string][], notes: Note[]): FoundRequest['body'] {
  const boundary = 'weft-form'
  const parts = forms.map(([option, text]) => {
    const at = text.indexOf('=')
    const name = text.slice(0, at)
    const given = text.slice(at + 1)
    const isFile = option === 'form' && /^[@<]/.test(given)
    if (isFile) notes.push({ what: 'file', detail: given.slice(1, 200) })
    const [value, ...more] = option === 'form' ? given.split(/;(?=type=|filename=)/) : [given]
    const type = more.find((one) => one.startsWith('type='))?.slice(5)
    const fileName = isFile && given.startsWith('@') ? (value!.slice(1).split(/[\\/]/).at(-1) ?? '') : ''
    const disposition = `Content-Disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"` : ''}`
    return `--${boundary}\r\n${disposition}\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n${isFile ? '' : value}\r\n`
  })
  return { text: `${parts.join('')}--${boundary}--\r\n`, mime: `multipart/form-data; boundary=${boundary}` }
}

/** `-b` takes cookies or the name of a file. */
function cookieOf(text: string | undefined, notes: Note[]): string | undefined {
  if (text === undefined || text.includes('=')) return text
  notes.push({ what: 'file', detail: text.slice(0, 200) })
  return undefined
}

function authOf(
  user: string | undefined,
  bearer: string | undefined,
  headers: [string, string][],
): FoundRequest['auth'] {
  if (bearer !== undefined) return { kind: 'bearer', token: bearer }
  if (user !== undefined) {
    const [name, ...password] = user.split(':')
    return { kind: 'basic', user: name!, password: password.join(':') }
  }
  return takeAuthorization(headers)
}

/** Takes a Bearer or Basic Authorization out of the headers: what proves who we are is a secret of a connection. */
export function takeAuthorization(headers: [string, string][]): FoundRequest['auth'] {
  const at = headers.findIndex(([name]) => name.toLowerCase() === 'authorization')
  const [, scheme, value] = /^(bearer|basic)\s+(\S+)$/i.exec(headers[at]?.[1] ?? '') ?? []
  if (scheme === undefined || value === undefined) return undefined
  if (/^bearer$/i.test(scheme)) {
    headers.splice(at, 1)
    return { kind: 'bearer', token: value }
  }
  try {
    const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0))
    const [user, ...password] = new TextDecoder().decode(bytes).split(':')
    headers.splice(at, 1)
    return { kind: 'basic', user: user!, password: password.join(':') }
  } catch {
    return undefined
  }
}

/** The address without its query, and the query's pairs. */
export function parted(
  url: string,
  more: (string | undefined)[] = [],
): { plain: string; query: [string, string][] } {
  const [before, ...rest] = url.replace(/#.*$/s, '').split('?')
  const texts = [rest.join('?'), ...more].filter((one): one is string => !!one)
  return { plain: before!, query: texts.flatMap((text) => [...new URLSearchParams(text)]) }
}

/** `GET /orders/7`. */
export function nameOf({ method, url }: Pick<FoundRequest, 'method' | 'url'>): string {
  const path = URL.canParse(url) ? decoded(new URL(url).pathname) : url
  return `${method} ${path.length > 60 ? `…${path.slice(-59)}` : path}`
}
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
