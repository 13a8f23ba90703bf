import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { sharedHouse } from '../support/shared-house.ts'
import { runZhaofa } from '../support/zhaofa.ts'

const house = sharedHouse()
const scratch = mkdtempSync(join(tmpdir(), 'zhaofa-archive-'))
afterAll(() => rmSync(scratch, { recursive: true }))

test('a dossier goes from its handler to the archive, comes back once, is sealed, and is verified by whoever gets it', async () => {
  const lin = await house().signIn('lin')
  await lin.getByRole('region', { name: '等您移交归档' }).getByRole('link').first().click()
  const form = lin.getByRole('form', { name: '移交案卷' })
  await form.getByLabel('10年').check()
  await form.getByRole('button', { name: '移交案卷' }).click()
  await form.getByRole('alert').getByText('要写明理由').waitFor()
  await form.getByLabel('30年').check()
  await form.getByLabel('结论在前').check()
  await expect.poll(() => lin.getByRole('row').nth(1).textContent()).toContain('行政处罚决定书')
  await form.getByRole('button', { name: '移交案卷' }).click()
  await lin.getByText('已移交，等档案管理员检查').waitFor()

  const wei = await house().signIn('wei')
  await wei.getByRole('link', { name: '归档' }).click()
  await wei.getByRole('list', { name: '待接收' }).getByRole('link').first().click()
  await wei.getByLabel('退回的理由').fill('备考表没有写照片存放在哪里')
  await wei.getByRole('button', { name: '退回承办人员' }).click()
  await wei.getByText('已退回承办人员').waitFor()

  await lin.reload()
  await lin.getByText('备考表没有写照片存放在哪里').waitFor()
  await lin.getByLabel('选一件材料').selectOption({ index: 1 })
  await lin.getByRole('button', { name: '移交案卷' }).click()
  await lin.getByRole('form', { name: '移交案卷' }).getByRole('alert').getByText('请写明理由').waitFor()
  await lin.getByLabel('另定的理由').fill('决定书另存一份作为资料')
  await lin.getByLabel('情况说明').fill('照片随实物存档案室三号柜。')
  await lin.getByRole('button', { name: '移交案卷' }).click()
  await lin.getByText('已移交，等档案管理员检查').waitFor()

  await wei.reload()
  await wei.getByText('没有不符合的项目').waitFor()
  await wei.getByRole('button', { name: '接收并封存' }).click()
  const link = wei.getByRole('link', { name: /下载归档包/ })
  await link.waitFor({ timeout: 60_000 })
  const [download] = await Promise.all([wei.waitForEvent('download'), link.click()])
  const tar = join(scratch, 'package.tar')
  await download.saveAs(tar)
  execFileSync('tar', ['-xf', tar, '-C', scratch], { env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const folder = readdirSync(scratch).find((name) => name !== 'package.tar') ?? ''
  const key = await (await fetch(`${house().portal}/log/vkey`)).text()
  const verified = await runZhaofa(['verify', join(scratch, folder), '--vkey', key.trim().split('\n')[0] ?? ''], {})
  expect([verified.code, verified.stdout]).toEqual([0, expect.stringContaining('核验通过')])

  await lin.reload()
  await lin.getByText('案卷已封存').waitFor()
  await lin.getByRole('button', { name: /^在装订本里看《行政处罚决定书》/ }).click()
  await lin.getByRole('heading', { name: '装订本，第 1 页' }).waitFor()
  const frame = lin.locator('iframe[title="装订本"][data-ready="true"]')
  await expect.poll(() => frame.getAttribute('src')).toMatch(/^blob:.*#page=3&/)
  expect(house().violations).toEqual([])
})
