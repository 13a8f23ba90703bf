import { expect, test } from 'vitest'
import { lockedPdf, withTableAsStream } from '../../../tests/support/locked-pdf.ts'
import { madePdf } from '../../../tests/support/made-files.ts'
import { isPdfLocked } from './pdf-lock.ts'

const isLocked = (pdf: Buffer) => isPdfLocked(pdf.length, async (from, to) => pdf.subarray(from, to))
const plain = madePdf('a.pdf').buffer

test('a PDF with a password is locked, whether a table or a stream says where its objects are', async () => {
  expect(await isLocked(lockedPdf())).toBe(true)
  expect(await isLocked(withTableAsStream(lockedPdf()))).toBe(true)
})

test('one without is not, in either form, and not because its text speaks of it', async () => {
  expect(await isLocked(plain)).toBe(false)
  expect(await isLocked(withTableAsStream(plain))).toBe(false)
  const speaking = Buffer.from(plain.toString('latin1').replace('(Evidence)', '(/Encrypt)'), 'latin1')
  expect(await isLocked(speaking)).toBe(false)
})

test('the newest table counts: a longer end after it hides nothing', async () => {
  const changed = Buffer.concat([lockedPdf(), Buffer.from('\n%\n')])
  expect(await isLocked(changed)).toBe(true)
})

test('where the table is not where the file says, its trailer still tells', async () => {
  const broken = (pdf: Buffer) =>
    Buffer.from(pdf.toString('latin1').replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1')
  expect(await isLocked(broken(lockedPdf()))).toBe(true)
  expect(await isLocked(broken(plain))).toBe(false)
})

test('what only begins like a PDF is not taken for a locked one', async () => {
  for (const text of ['%PDF-', '%PDF-1.4\nstartxref\n99999999999\n%%EOF', '%PDF-1.4 /Encrypt'])
    expect(await isLocked(Buffer.from(text))).toBe(false)
})
