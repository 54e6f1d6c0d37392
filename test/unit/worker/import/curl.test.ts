// curl commands as browsers, documents and people write them.
import { describe, expect, test } from 'vitest'
import { fromCurl } from '../../../../worker/import/curl.ts'
import { shellCommands } from '../../../../worker/import/shell-words.ts'

const one = (text: string) => fromCurl(text).requests[0]!

describe('words of the shell', () => {
  test.each([
    [`a 'b c' "d \\"e\\" $F"`, [['a', 'b c', 'd "e" $F']]],
    ['a \\\n  b\\ c', [['a', 'b c']]],
    [`$'x\\n\\'y\\u4e2d\\xe4\\xb8\\xad\\ud83d\\ude00'`, [["x\n'y中中😀"]]],
    ['a # comment\nb; c && d', [['a'], ['b'], ['c'], ['d']]],
    [`''`, [['']]],
    ['a ^\r\n  ^"b^"', [['a', '"b"']]],
    [`'open`, [['open']]],
  ])('%j', (text, words) => expect(shellCommands(text)).toEqual(words))
})

describe('a request', () => {
  test('as Chrome copies it', () => {
    const request = one(`curl 'https://api.example/orders?x=1&x=2' \\
  -H 'accept: application/json' \\
  -H 'content-type: application/json' \\
  -H 'Authorization: Bearer abc.def' \\
  --data-raw $'{"name":"it\\'s"}' \\
  --compressed`)
    expect(request).toMatchObject({
      method: 'POST',
      url: 'https://api.example/orders',
      query: [['x', '1'], ['x', '2']], // prettier-ignore
      auth: { kind: 'bearer', token: 'abc.def' },
      body: { text: `{"name":"it's"}` },
    })
    expect(request.headers.map(([name]) => name)).toEqual(['accept', 'content-type'])
  })
  test('short options stand together and beside their values', () => {
    const request = one(`curl -sSLXPUT -uann:p:w -dA=1 -d 'B=2' -m2.5 example.org/a`)
    expect(request).toMatchObject({
      method: 'PUT',
      url: 'http://example.org/a',
      auth: { kind: 'basic', user: 'ann', password: 'p:w' },
      body: { text: 'A=1&B=2', mime: 'application/x-www-form-urlencoded' },
      timeout: 2.5,
    })
    expect(request.redirects).toBeUndefined()
  })
  test('without -L redirects are not followed', () => expect(one('curl http://a.example/').redirects).toBe(0))
  test('-G moves the data into the query', () =>
    expect(one(`curl -G http://a.example/ --data-urlencode 'q=a b&c' -d n=1`)).toMatchObject({
      method: 'GET',
      query: [['q', 'a b&c'], ['n', '1']], // prettier-ignore
    }))
  test('--json, -I, -b', () => {
    expect(one(`curl --json '{}' http://a.example`)).toMatchObject({ method: 'POST', body: { mime: 'application/json' } }) // prettier-ignore
    expect(one(`curl -I http://a.example`).method).toBe('HEAD')
    expect(one(`curl -b 'a=1; b=2' http://a.example`).headers).toEqual([['Cookie', 'a=1; b=2']])
  })
  test('a form', () => {
    const { body } = one(`curl -F name=Ann -F 'note=x;type=text/plain' http://a.example`)
    expect(body!.mime).toMatch(/^multipart\/form-data; boundary=/)
    expect(body!.text).toContain('name="name"\r\n\r\nAnn\r\n')
    expect(body!.text).toContain('Content-Type: text/plain\r\n\r\nx\r\n')
  })
  test('what has no counterpart is told', () => {
    const { notes } = fromCurl(`curl -k -x http://proxy:1 -F file=@/tmp/a.bin -d @body.json http://a.example`)
    expect(notes.map(({ what, detail }) => `${what} ${detail}`)).toEqual([
      'option --insecure',
      'option --proxy',
      'file /tmp/a.bin',
    ])
  })
  test('several commands', () =>
    expect(fromCurl('curl http://a.example/1\n\ncurl http://a.example/2').requests).toHaveLength(2))
  test.each(['curl', 'curl -H x:y', 'wget http://a.example'])('%s is none', (text) =>
    expect(() => fromCurl(text)).toThrow(expect.objectContaining({ code: 'IMPORT:CURL' })),
  )
})
