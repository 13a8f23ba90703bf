import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutEveryWord, cutWords } from '#server/db/chinese-words.ts'
import { lexemesOf, wantedLexemes } from './search-lexemes.ts'

const TEXT =
  '青石味来餐饮管理有限公司经营超过保质期食品案\n青市监罚决〔2026〕131号\n91990102MA0000000A\n《中华人民共和国食品安全法》第一百二十四条：罚款5,000.00元，没收调味品6瓶。'
const lexemes = lexemesOf(TEXT, cutEveryWord)
const isFound = (asked: string): boolean => wantedLexemes(asked, cutWords).every((lexeme) => lexemes.has(lexeme))

describe('what a text is found by', () => {
  it.each([
    '味来',
    '食品安全',
    '食品',
    '味',
    '青市监罚决〔2026〕131号',
    '131',
    '2026',
    'MA00000',
    '990102ma',
    '保质期食品',
  ])('%s finds it', (asked) => expect(isFound(asked)).toBe(true))

  it.each(['来味', '食安', '132', '青市监罚决〔2026〕13号', '91990102MA0000000B', '食品卫生'])('%s does not', (asked) =>
    expect(isFound(asked)).toBe(false),
  )

  it('any part of the text finds it, wherever it is cut', () => {
    const characters = [...TEXT.replaceAll(/[a-z0-9]/gi, '')]
    const han = lexemesOf(characters.join(''), cutEveryWord)
    fc.assert(
      fc.property(fc.nat(characters.length), fc.integer({ min: 1, max: 30 }), (from, length) => {
        const part = characters.slice(from, from + length).join('')
        expect(wantedLexemes(part, cutWords).filter((lexeme) => !han.has(lexeme))).toEqual([])
      }),
    )
  })

  it('full width and capitals make no difference, and marks alone ask for nothing', () => {
    expect(isFound('９１９９０１０２ＭＡ')).toBe(true)
    expect(wantedLexemes('%_*()〔〕', cutWords)).toEqual([])
  })

  it('no text can hold the lexeme of a facet', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const lexeme of lexemesOf(`@k:fine ${text}`, cutEveryWord)) expect(lexeme).not.toMatch(/^@/)
      }),
    )
  })
})
