// The conformance suite of the Library of Congress, kept outside the project; without it there is nothing to run.
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tellFinding } from '#domain/bagit/bag-finding.ts'
import { validateBag } from '#server/features/archive/bag/validate-bag.ts'

const SUITE = join(import.meta.dirname, '../../../shared/data/vectors/bagit')
const bagsOf = (...kinds: readonly string[]): string[] =>
  existsSync(SUITE)
    ? kinds.flatMap((kind) =>
        readdirSync(join(SUITE, kind), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map(({ name }) => `${kind}/${name}`),
      )
    : []

const judged = async (bag: string) => {
  const { isValid, findings } = await validateBag(join(SUITE, bag))
  return { isValid, told: findings.map(tellFinding) }
}

const VALID = bagsOf('v0.97/valid', 'v1.0/valid')
const INVALID = bagsOf('v0.97/invalid', 'v1.0/invalid', 'v0.97/linux-only')
/** The suite's copy here lacks the empty `.DS_Store`, so that bag is completed below. */
const SYSTEM_FILES = 'v0.97/warning/special-system-files'
const WARNING = bagsOf('v0.97/warning').filter((bag) => bag !== SYSTEM_FILES)

test.skipIf(!existsSync(SUITE))('the suite is there in full', () => {
  expect([VALID.length, INVALID.length, WARNING.length]).toEqual([13, 21, 5])
})

test.each(VALID)('%s is a valid bag', async (bag) => {
  expect(await judged(bag)).toEqual({
    isValid: true,
    told: expect.not.arrayContaining([expect.stringMatching(/^出错/)]),
  })
})

test.each(INVALID)('%s is refused with a sentence', async (bag) => {
  expect(await judged(bag)).toEqual({ isValid: false, told: expect.arrayContaining([expect.stringMatching(/^出错/)]) })
})

test.each(WARNING)('%s is valid and gives a warning', async (bag) => {
  expect(await judged(bag)).toEqual({ isValid: true, told: expect.arrayContaining([expect.stringMatching(/^提醒/)]) })
})

test.skipIf(!existsSync(SUITE))('files of operating systems are files like others', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'zhaofa-bag-')), 'bag')
  cpSync(join(SUITE, SYSTEM_FILES), folder, { recursive: true, mode: 0 })
  writeFileSync(join(folder, 'data/.DS_Store'), '')
  expect(await validateBag(folder)).toMatchObject({ isValid: true })
})

test.skipIf(!existsSync(SUITE)).each([
  ['v0.97/invalid/corrupt-tag-file', 'tagmanifest-md5.txt 第 1 行', 'bag-info.txt'],
  ['v0.97/invalid/extra-file-in-bag', 'data/bar', '没有列在 manifest-md5.txt'],
  ['v0.97/invalid/out-of-scope-file-paths-using-dot-notation', 'manifest-md5.txt 第 3 行', '..'],
  ['v0.97/linux-only/out-of-scope-file-paths-using-shortcut-for-fetch', 'fetch.txt 第 1 行', '~'],
  ['v1.0/invalid/same-filename-listed-twice-with-the-same-hash', 'manifest-sha256.txt 第 2 行', '已列过'],
])('what is wrong with %s is told with its line', async (bag, place, word) => {
  const { told } = await judged(bag)
  expect(told.filter((line) => line.includes(place) && line.includes(word))).not.toEqual([])
})
