// Hostile links in a real browser: decoded in a worker that is thrown away, the page stays alive.
import { deflateRawSync } from 'node:zlib'
import { expect, openTab, test } from './harness/site.ts'

test('a bomb, a broken link and a newer one are refused while the page goes on', async ({
  context,
  harness,
}) => {
  const page = await openTab(context, harness)
  const link = (content: Buffer | string): string => 'a=1.' + deflateRawSync(content).toString('base64url')
  const open = (fragment: string): Promise<{ code: string; longest: number }> =>
    page.evaluate(async (text) => {
      let longest = 0
      let last = performance.now()
      const timer = setInterval(() => {
        longest = Math.max(longest, performance.now() - last)
        last = performance.now()
      }, 10)
      const code = await window.harness.openLink(text).then(
        () => 'opened',
        (fault: { code: string }) => fault.code,
      )
      clearInterval(timer)
      return { code, longest }
    }, fragment)
  const bomb = await open(link(Buffer.alloc(64 * 1024 * 1024)))
  expect(bomb.code).toBe('LINK:TOO_LARGE')
  expect((await open('a=1.AAAA')).code).toBe('LINK:BROKEN')
  expect((await open('a=7.AAAA')).code).toBe('LINK:NEWER')
  const app = { format: 'weft/1', id: 'x', name: 'Shared', flows: [] }
  expect((await open(link(JSON.stringify({ app })))).code).toBe('opened')
  expect((await open(link(JSON.stringify({ app: { ...app, format: 'weft/3' } })))).code).toBe('LINK:NEWER')
  expect(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').every((one) => one.name.startsWith(location.origin)),
    ),
  ).toBe(true)
})
