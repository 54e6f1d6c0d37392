// Bad links and files are told in both languages and themes, and nothing of one's own is lost by them.
import { deflateRawSync } from 'node:zlib'
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot, type Look } from './studio-page.ts'

const pack = (content: string | Buffer): string => 'a=1.' + deflateRawSync(content).toString('base64url')
const app = { format: 'weft/1', id: 'x', name: 'X', flows: [] }

for (const look of [
  { language: 'en', theme: 'dark' },
  { language: 'zh', theme: 'light' },
] satisfies Look[]) {
  test(`bad links and files are told, nothing is lost (${look.language}, ${look.theme})`, async ({
    browser,
    site,
  }) => {
    const { page, context } = await openProfile(browser, site.url, look)
    const zh = look.language === 'zh'
    await openTemplate(page, /Hello|你好/)
    const own = page.url()
    const links: [string, string, RegExp][] = [
      ['bomb', pack(Buffer.alloc(64 * 1024 * 1024)), zh ? /上限/ : /more in this link than a link may hold/],
      ['broken', 'a=1.AAAA', zh ? /链接打不开/ : /cannot be opened/],
      ['newer', 'a=9.AAAA', zh ? /更新版本/ : /newer version of Weft/],
      ['newer-app', pack(JSON.stringify({ app: { ...app, format: 'weft/7' } })), zh ? /更新版本/ : /newer/i],
      ['not-an-app', pack('{"app":[]}'), zh ? /链接打不开/ : /cannot be opened/],
    ]
    for (const [name, fragment, text] of links) {
      await page.goto(`${site.url}#${fragment}`)
      await expect(page.getByText(text).first(), name).toBeVisible()
      await page.screenshot(shot(`bad-link-${name}`, look))
    }
    await page.goto(`${site.url}#/`)
    const files: [string, string, RegExp][] = [
      ['picture.json', '\u0089PNG', zh ? /不是 JSON/ : /not JSON/],
      ['package.json', '{"name":"other"}', zh ? /不是 Weft 的应用/ : /not a Weft app/],
      ['newer.weft.json', JSON.stringify({ ...app, format: 'weft/7' }), zh ? /更新版本/ : /weft\/7/],
    ]
    for (const [name, text, message] of files) {
      const chooser = page.waitForEvent('filechooser')
      await page.getByRole('button', { name: zh ? '打开文件' : 'Open file' }).click()
      await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
      await expect(page.getByText(message).first(), name).toBeVisible()
    }
    await page.goto(own)
    await expect(page.getByText(zh ? /你好|Hello/ : 'Hello').first()).toBeVisible()
    await context.close()
  })
}
