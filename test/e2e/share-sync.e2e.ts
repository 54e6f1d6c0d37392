// The data sync run shared by link: a stranger opens it in a fresh profile, sees the result replayed, and nothing is called
// meanwhile but the studio's own files.
import { expect, test } from './site.ts'
import { openProfile, openTemplate, runFlow, shot, type Look } from './studio-page.ts'

for (const look of [
  { language: 'en', theme: 'light' },
  { language: 'zh', theme: 'dark' },
] satisfies Look[]) {
  test(`share the sync run, open it as a stranger (${look.language}, ${look.theme})`, async ({
    browser,
    site,
  }) => {
    const author = await openProfile(browser, site.url, look)
    await openTemplate(author.page, /CRM → ERP/)
    await runFlow(author.page)
    await author.page.getByRole('button', { name: look.language === 'zh' ? '分享' : 'Share' }).click()
    const field = author.page.getByRole('dialog').locator('input[readonly]')
    await expect(field).toHaveValue(/#a=1\./)
    await author.page.screenshot(shot('share-dialog', look))
    const link = await field.inputValue()
    await author.context.close()

    const stranger = await openProfile(browser, 'about:blank', look)
    const asked: string[] = []
    stranger.context.on('request', (request) => asked.push(request.url()))

    await stranger.page.goto(link)
    await expect(
      stranger.page.getByText(look.language === 'zh' ? /这是一次录制/ : /This is a recording/),
    ).toBeVisible()
    await expect(stranger.page.getByText(/c-1008|422/).first()).toBeVisible()

    await stranger.page.screenshot(shot('shared', look))
    const origin = new URL(site.url).origin
    const foreign = asked.filter((url) => !url.startsWith(origin) && !/^(blob|data|about):/.test(url))
    const apis = asked.filter((url) => /\/(demo|hook)\//.test(url))
    expect(foreign).toEqual([])
    expect(apis).toEqual([])
    expect(await stranger.page.getByText(/differs? from the recording|与录制不同/).count()).toBe(0)

    await stranger.page
      .getByRole('button', { name: look.language === 'zh' ? /副本/ : 'Save a copy' })
      .first()
      .click()
    await expect(stranger.page).toHaveURL(/#\/app\//)
    expect(stranger.violations).toEqual([])
    await stranger.context.close()
  })
}
