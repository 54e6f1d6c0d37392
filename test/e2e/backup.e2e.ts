// A backup brings the whole project back: put into an empty browser and saved there, it says the same again.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './site.ts'
import { openProfile, openTemplate } from './studio-page.ts'

test('saved, restored into an empty browser, saved again: every file in it says the same', async ({
  browser,
  site,
}) => {
  const mine = await openProfile(browser, site.url)
  const { page } = mine
  await openTemplate(page, 'An API of your own')
  await expect(page.locator('[data-pane=canvas] .step').first()).toBeVisible()
  await page.keyboard.press('Alt+Shift+D')
  await page.getByRole('dialog').getByRole('button', { name: 'New data type' }).first().click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('1 type', { exact: false }).first()).toBeVisible()
  await page.keyboard.press('Alt+p')
  await page.getByRole('textbox', { name: 'Note' }).fill('the first that people use')
  await page.getByRole('button', { name: 'Publish the draft' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'the first that people use' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+Shift+P')
  await page.getByRole('button', { name: 'New environment' }).click()
  await page.getByRole('button', { name: 'Add a variable' }).click()
  await page.getByRole('dialog').getByRole('textbox').nth(-2).fill('region')
  await page.getByRole('dialog').getByRole('textbox').nth(-1).fill('east')
  await page.keyboard.press('Escape')
  await page.goto(site.url)
  await page.getByRole('button', { name: 'Run: Hello' }).click()
  await expect(page.getByText('Hello, Ada!').first()).toBeVisible()

  const first = await saved(page)
  const names = Object.keys(first.files)
  for (const part of ['apps/', 'versions/', 'runs/', 'environments.json'])
    expect(names.filter((name) => name.startsWith(part)).length, part).toBeGreaterThan(0)
  expect(first.files['environments.json']).toContain('"region":"east"')
  expect(names.filter((name) => name.startsWith('versions/')).map((name) => first.files[name]).join()).toContain('the first that people use') // prettier-ignore

  const other = await openProfile(browser, site.url)
  const chooser = other.page.waitForEvent('filechooser')
  await other.page.getByRole('button', { name: 'Open file' }).click()
  await (await chooser).setFiles(first.path)
  await other.page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(other.page.getByText('An API of your own').last()).toBeVisible()
  await expect(other.page.getByRole('dialog')).toHaveCount(0)
  const second = await saved(other.page)
  expect(Object.keys(second.files).sort()).toEqual(names.sort())
  // What is read from outside is made anew field by field, so the order of fields may differ.
  const parsed = ({ files }: typeof first, name: string): unknown => JSON.parse(files[name]!)
  for (const name of names)
    if (name !== 'weft-backup.json') expect(parsed(second, name), name).toEqual(parsed(first, name))
  await mine.context.close()
  await other.context.close()
})

/** Saves a backup by the button on Home; the texts of its files. */
async function saved(page: Page): Promise<{ path: string; files: Record<string, string> }> {
  await page.getByRole('button', { name: 'Back up' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the backup' }).click()
  const path = await (await download).path()
  const entries = Object.entries(unzipSync(await readFile(path)))
  return { path, files: Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)])) }
}
