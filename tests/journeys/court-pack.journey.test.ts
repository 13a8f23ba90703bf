import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { typesetIssued } from '#server/features/documents/index.ts'
import { tarFiles } from '../support/tar-files.ts'
import { UnpaidFine } from '../support/unpaid-fine.ts'

const fine = new UnpaidFine()
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

async function typesetAll(): Promise<Set<string>> {
  const { rows } = await fine.house.desk.database.owner.query<{ id: string }>({
    text: `SELECT d.id FROM app.documents d WHERE d.case_id = $1
      AND NOT EXISTS (SELECT FROM app.document_files f WHERE f.document_id = d.id)`,
    values: [fine.road.id],
  })
  for (const { id } of rows) await typesetIssued(fine.house.desk.context, id)
  const issued = await fine.house.desk.database.owner.query<{ sha256: string }>({
    text: 'SELECT f.sha256 FROM app.document_files f JOIN app.documents d ON d.id = f.document_id WHERE d.case_id = $1',
    values: [fine.road.id],
  })
  return new Set(issued.rows.map((row) => row.sha256))
}

test('a fine that is not paid goes to the court: urged, served, waited for, applied, and the papers are those that were issued', async () => {
  fine.later(17)
  const lin = await fine.handOf('lin')
  await lin.openCase(`${fine.address}?show=performance`)
  const account = lin.page.getByRole('region', { name: /的履行情况$/ })
  await expect.poll(() => account.textContent()).toContain('2026-03-26 至 2026-03-27')
  await expect.poll(() => account.textContent()).toContain('5,300.00 元')
  await expect.poll(() => account.textContent()).toContain('达到上限 5,000.00 元2026年4月28日，一直不缴的')
  const listed = lin.page.getByRole('region', { name: '工作清单' }).getByRole('link', { name: '某餐饮公司' })
  await expect.poll(() => listed.textContent()).toContain('当事人的缴纳罚款期限已满（3月25日），可以催告缴纳罚款')

  await lin.openCase(fine.address)
  await lin.act('申请人民法院强制执行')
  await lin.openCase(fine.address)
  await lin.act('发出催告书', {
    催告履行的义务: '缴纳罚款 5000 元和加处罚款',
    履行义务的期限: '2026-04-20',
    履行义务的方式: '到指定银行缴纳',
  })
  await (await fine.handOf('zheng')).agree(fine.address, '发出催告书')
  fine.road.version = (await fine.road.state('lin')).seq
  await fine.road.deliver()

  fine.later(170)
  const again = await fine.handOf('lin')
  await again.openCase(fine.address)
  await again.act('向人民法院申请强制执行', {
    申请的人民法院: '青石区人民法院',
    执行标的的种类: '金钱给付',
    执行标的的情况: '罚款 5,000 元，加处罚款 5,000 元',
    当事人的意见: '没有提出意见',
  })
  for (const head of ['zheng', 'shen']) await (await fine.handOf(head)).agree(fine.address, '向人民法院申请强制执行')

  const issued = await typesetAll()
  await again.openCase(`${fine.address}?show=documents`)
  const downloading = again.page.waitForEvent('download')
  await again.page.getByRole('link', { name: '下载申请强制执行的五项材料' }).click()
  const path = await (await downloading).path()
  const files = [...tarFiles(readFileSync(path))].map(
    ([name, body]) => [name.slice(name.indexOf('/') + 1), body] as const,
  )
  const told = files.find(([name]) => name === 'sha256.txt')?.[1].toString() ?? ''
  const papers = files.filter(([name]) => name !== 'sha256.txt')
  expect(papers.map(([name, body]) => `${sha256(body)}  ${name}\n`).toSorted()).toEqual(
    told
      .split(/(?<=\n)/)
      .filter((line) => line !== '')
      .toSorted(),
  )
  const inParts = papers.filter(([name]) => name.includes('/') && name.endsWith('.pdf'))
  expect(inParts.filter(([, body]) => !issued.has(sha256(body)))).toEqual([])
  for (const paper of ['强制执行申请书', '行政处罚决定书', '催告书'])
    expect(inParts.some(([name]) => name.includes(paper))).toBe(true)
})
