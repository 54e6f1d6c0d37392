// Webhooks through the relay: their address is in the relay panel, the open tab answers, what comes while it is closed waits and
// is done when it is back; and a hostile page in the same browser, which may reach this machine, changes nothing at the relay.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { emptyApp } from '../../worker/model/app.ts'
import { step } from './paste-app.ts'
import { startRelay } from './relay-process.ts'
import { expect, test } from './site.ts'
import { openProfile, shot, type Look } from './studio-page.ts'
import { axeFindings } from './studio-tools.ts'

const app = {
  ...emptyApp('hookapp0', 'Orders in'),
  flows: [
    {
      id: 'hookflow',
      name: 'In',
      trigger: step('http-listener', 'Listen', { path: '/orders/{id}', methods: 'POST', status: 201 }),
      steps: [],
      samples: [],
      settings: {},
    },
  ],
}

/** Everything a page can try, run in the page. Each attempt is told whether something readable came back. */
async function attack([relay, hook]: [string, string]): Promise<{ tried: number; read: string[] }> {
  const read: string[] = []
  let tried = 0
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    tried++
    try {
      if (await work()) read.push(name)
    } catch {}
  }
  const pairing = '{"code":"AAAA-AAAA","jwk":{},"name":"evil"}'
  const paths = [`${relay}/relay/code`, `${relay}/relay/pair`, `${relay}/relay/link`, `${hook}/orders/666`]
  for (const path of paths) {
    const fetches: [string, RequestInit][] = [
      ['get', {}],
      ['get no-cors', { mode: 'no-cors' }],
      ['post text no-cors', { method: 'POST', mode: 'no-cors', body: pairing }],
      ['post text cors', { method: 'POST', body: pairing }],
      ['post json', { method: 'POST', body: pairing, headers: { 'content-type': 'application/json' } }],
      ['post json marked', { method: 'POST', body: pairing, headers: { 'content-type': 'application/json', 'x-weft-relay': '1' } }], // prettier-ignore
      ['post no referrer', { method: 'POST', mode: 'no-cors', body: pairing, referrerPolicy: 'no-referrer' }],
      ['post keepalive', { method: 'POST', mode: 'no-cors', body: pairing, keepalive: true }],
      ['put', { method: 'PUT', body: pairing }],
      ['delete', { method: 'DELETE' }],
    ]
    for (const [name, init] of fetches)
      await attempt(`${name} ${path}`, async () => (await fetch(path, init)).type !== 'opaque')
    await attempt(`beacon ${path}`, async () => (navigator.sendBeacon(path, pairing), false))
    for (const [tag, from] of [
      ['img', 'src'],
      ['script', 'src'],
      ['iframe', 'src'],
      ['link', 'href'],
    ] as const)
      // prettier-ignore
      await attempt(`${tag} ${path}`, async () => {
        const made = document.createElement(tag) as HTMLImageElement
        if (tag === 'link') made.setAttribute('rel', 'stylesheet')
        made.setAttribute(from, path)
        const over = new Promise((done) => {
          made.onload = () => done(tag !== 'iframe')
          made.onerror = () => done(false)
          setTimeout(() => done(false), 300)
        })
        document.body.append(made)
        return await over
      })
    await attempt(`form ${path}`, async () => {
      const frame = document.createElement('iframe')
      frame.name = `f${tried}`
      const form = document.createElement('form')
      Object.assign(form, { action: path, method: 'POST', target: frame.name, enctype: 'text/plain' })
      document.body.append(frame, form)
      form.submit()
      await new Promise((later) => setTimeout(later, 100))
      return false
    })
  }
  for (const protocols of [undefined, 'weft', 'weft-relay'])
    await attempt(`socket ${protocols}`, async () => {
      const socket = new WebSocket(relay.replace('http', 'ws') + '/relay/link', protocols)
      return await new Promise((done) => {
        socket.onopen = () => done(true)
        socket.onerror = () => done(false)
      })
    })
  await attempt('events', async () => {
    const source = new EventSource(`${relay}/relay/link`)
    return await new Promise((done) => {
      source.onopen = () => done(true)
      source.onerror = () => done(false)
    })
  })
  return { tried, read }
}

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] satisfies Look[]) {
  test(`webhooks by the relay, and a hostile page (${look.language}, ${look.theme})`, async ({ browser }) => {
    const zh = look.language === 'zh'
    const relay = await startRelay()
    const { page, context, violations } = await openProfile(browser, `${relay.url}/`, look)
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: zh ? '打开文件' : 'Open file' }).click()
    await (await chooser).setFiles({ name: 'a.weft.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(app)) }) // prettier-ignore
    await expect(page).toHaveURL(/#\/app\//)
    await page.keyboard.press('Alt+6')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: zh ? '配对码' : 'Pairing code' }).fill(await relay.code())
    await page.keyboard.press('Enter')
    await expect(dialog.getByText(zh ? '已连接' : 'Connected', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: zh ? '发布' : 'Publish', exact: true }).click()
    await expect(page.getByRole('button', { name: zh ? '已发布' : 'Published', exact: true })).toBeVisible()

    await page.keyboard.press('Alt+6')
    const address = dialog.locator('code', { hasText: '/hook/' })
    await expect(address).toContainText('/orders/{id}')
    await expect(dialog.getByText(zh ? '由此接收' : 'comes here')).toBeVisible()
    const hook = (await address.textContent())!.trim().replace('/orders/{id}', '')
    await page.screenshot(shot('relay-hooks', look))
    expect(await axeFindings(page, 'dialog')).toEqual([])
    const post = (id: string) => fetch(`${hook}/orders/${id}`, { method: 'POST', body: `{"order":"${id}"}`, headers: { 'content-type': 'application/json' } }) // prettier-ignore
    const answer = await post('1')
    expect([answer.status, await answer.text()]).toEqual([201, '{"order":"1"}'])

    await page.close()
    await expect.poll(async () => (await post('2')).status).toBe(202)
    expect((await post('3')).status).toBe(202)
    const [folder] = readdirSync(join(relay.data, 'hooks'))
    const stored = () => readdirSync(join(relay.data, 'hooks', folder!, 'queue'))
    // Sealed for this browser: the disk tells nothing of what came.
    for (const name of stored()) {
      const bytes = readFileSync(join(relay.data, 'hooks', folder!, 'queue', name))
      expect(['order', 'application/json', '127.0.0.1'].filter((word) => bytes.includes(word))).toEqual([])
    }
    const keys = () => readFileSync(join(relay.data, 'keys.json'), 'utf8')
    const before = { stored: stored(), keys: keys(), terminal: relay.terminal() }
    expect(before.stored.length).toBeGreaterThanOrEqual(2)

    const evil = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><body>evil')
    })
    await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening))
    // The relay and the page are both on this machine: no permission stands between them.
    const hostile = await context.newPage()
    await hostile.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`)
    const { tried, read } = await hostile.evaluate(attack, [relay.url, hook] as [string, string])
    expect(tried).toBeGreaterThanOrEqual(40)
    expect(read).toEqual([])
    expect({ stored: stored(), keys: keys(), terminal: relay.terminal() }).toEqual(before)
    await hostile.close()
    evil.close()

    const back = await context.newPage()
    await back.goto(`${relay.url}/`)
    await expect.poll(() => stored().length, { timeout: 30_000 }).toBe(0)
    await expect.poll(async () => (await post('4')).status).toBe(201)
    // The hostile page's frames are what the policy refuses.
    expect(violations.filter((one) => !one.includes('frame-ancestors'))).toEqual([])
    await context.close()
    relay.end()
  })
}
