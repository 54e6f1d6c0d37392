// Versions and environments in the studio: publish with a note, go back to an older version, bring one back as draft, publish
// with an environment whose variables count at once.
import { expect, test } from './site.ts'
import { openProfile, openTemplate, shot } from './studio-page.ts'

test('versions are published, restored and gone back to; an environment goes along', async ({
  browser,
  site,
}) => {
  const { context, page, violations } = await openProfile(browser, site.url)
  await openTemplate(page, 'An API of your own')
  await expect(page.getByText('Saved')).toBeVisible()
  await page.keyboard.press('Alt+p')
  const dialog = page.getByRole('dialog', { name: 'Versions' })
  await expect(dialog.getByText('No versions yet')).toBeVisible()
  await dialog.getByLabel('Note').fill('The first one')
  await dialog.getByRole('button', { name: 'Publish the draft' }).click()
  const version = (n: number) => dialog.getByRole('listitem').filter({ hasText: `Version ${n}` })
  await expect(version(1)).toContainText('The first one')
  await expect(version(1)).toContainText('Published')
  await expect(dialog.getByText('The draft is version 1, unchanged.')).toBeVisible()
  await page.keyboard.press('Escape')

  const steps = page.locator('[data-pane=canvas] [id^=step-]')
  const before = await steps.count()
  await steps.last().click()
  await page.keyboard.press('Delete')
  await expect(steps).toHaveCount(before - 1)
  await page.keyboard.press('Alt+p')
  await expect(dialog.getByText('The draft has changes')).toBeVisible()
  await dialog.getByRole('button', { name: 'Environments…' }).click()
  const environments = page.getByRole('dialog', { name: 'Environments' })
  await environments.getByRole('button', { name: 'New environment' }).click()
  await environments.getByLabel('Name', { exact: true }).fill('Production')
  await environments.getByRole('button', { name: 'Add a variable' }).click()
  await environments.getByLabel('Variable', { exact: true }).fill('region')
  await environments.getByLabel('Value', { exact: true }).fill('eu')
  await environments.getByLabel('Value', { exact: true }).blur()
  await page.screenshot(shot('environments'))
  await page.keyboard.press('Escape')

  await page.keyboard.press('Alt+p')
  await dialog.getByLabel('Environment').selectOption('Production')
  await dialog.getByLabel('Note').fill('Without its last step')
  await dialog.getByRole('button', { name: 'Publish the draft' }).click()
  await expect(version(2)).toContainText('Published')
  await page.screenshot(shot('versions'))
  await version(1).getByRole('button', { name: 'Publish this one' }).click()
  await expect(version(1)).toContainText('Published')
  await expect(version(2)).not.toContainText('Published')
  await version(1).getByRole('button', { name: 'Restore as draft' }).click()
  await expect(steps).toHaveCount(before)
  await page.keyboard.press('Control+z')
  await expect(steps).toHaveCount(before - 1)

  // After a reload all of it is there.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Published' })).toBeVisible()
  await page.keyboard.press('Alt+p')
  await expect(version(1)).toContainText('Published')
  await expect(dialog.getByLabel('Environment')).toHaveValue(/.+/)
  expect(violations).toEqual([])
  await context.close()
})
