import { expect, test } from 'vitest'
import { missingCharacters, readFontCoverage } from './font-coverage.ts'
import { shippedFontFolders } from './font-folders.ts'

const folders = shippedFontFolders()

test.each(folders.map((folder) => [folder.split('/').slice(-2).join('/'), folder]))(
  '%s draws rare names and the marks of documents',
  (_, folder) => {
    const coverage = readFontCoverage([folder])
    expect(missingCharacters(coverage, '㛃𬀩喆堃䶮𠅤〔2026〕号“”‘’（）《》、；：—…￥○□√')).toEqual([])
  },
)

test('a character outside the fonts is missing, each once; line ends and spaces are not', () => {
  const coverage = readFontCoverage(folders)
  expect(missingCharacters(coverage, '甲\u{3134f}乙\u{3134f}\n　 \u200b')).toEqual(['\u{3134f}'])
})

test('without a font every character is missing', () => {
  expect(missingCharacters(readFontCoverage([]), '法A')).toEqual(['法', 'A'])
})
