import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenIdCheckDigit } from '../party/citizen-id.ts'
import { type RedactionContext, redact, redactText } from './redact-text.ts'

const NAMES = ['王小明', '李雷', '欧阳修文', '孙九儿', '阿依古丽']
const HIDDEN = ['钱多多', '冯小小']
const FIRST_17 = '11010519491231002'
const ID = FIRST_17 + citizenIdCheckDigit(FIRST_17)
const PHONE = '13800001234'
const HOME = '南屏市青石区老粮站后院'
const KEPT = ['青石味来餐饮管理有限公司', '南屏市青石区市场监督管理局', '青市监罚决〔2026〕131号']
const LAWS = ['《中华人民共和国食品安全法》第一百二十四条', '罚款 50,000.00 元', '2026年11月12日', '货值 138 元']
const CONTEXT: RedactionContext = {
  people: NAMES,
  hidden: HIDDEN,
  homes: [HOME],
  idNumbers: [ID],
  phones: [PHONE],
  protect: KEPT,
}
const SECRETS = [...NAMES, ...HIDDEN, ID, PHONE, HOME]

const gap = fc.constantFrom('', ' ', '  ', '　', '\u200b', '\n', '-', '·', '\u202e', ' \u2060 ')
const wide = (text: string) =>
  text.replaceAll(/[0-9A-Z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
const bold = (text: string) => text.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0x1d7ce + Number(digit)))
const written = fc
  .tuple(
    fc.constantFrom(...SECRETS),
    gap,
    fc.constantFrom((text: string) => text, wide, bold),
  )
  .map(([secret, between, dress]) => [...dress(secret)].join(between))
const filler = fc.constantFrom('，', '。当事人', '住在', '电话：', '路3号', '某', '***', '12', '县', '王', '有限公司')
const piece = fc.oneof({ weight: 3, arbitrary: written }, fc.constantFrom(...KEPT, ...LAWS), filler)
/** Between two pieces there is punctuation, as in a text; without it two numbers would be one other number. */
const told = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('，'))
/** Anything against anything; only two numbers are kept apart, since together they are one other number. */
const apart = (text: string, next: string) =>
  /[\p{Number}*XxＸｘ][^\p{Letter}\p{Number}*]*$/u.test(text) && /^[^\p{Letter}\p{Number}*]*[\p{Number}*]/u.test(next)
    ? `${text}，${next}`
    : text + next
const wild = fc
  .array(fc.oneof(piece, fc.string({ unit: 'grapheme' })), { maxLength: 20 })
  .map((all) => all.reduce(apart, ''))
const bare = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{Letter}\p{Number}]/gu, '')

/** How many times longer the whole takes than its hundred parts one after another: about 1 when linear, about 100 when squared. */
function growthOf(read: (text: string) => unknown, text: string): number {
  const size = Math.ceil(text.length / 100)
  const parts = Array.from({ length: 100 }, (_item, index) => text.slice(index * size, (index + 1) * size))
  read(text)
  const start = performance.now()
  for (const part of parts) read(part)
  const middle = performance.now()
  read(text)
  return (performance.now() - middle) / (middle - start)
}

describe('redaction, whatever the text', () => {
  it('leaves nothing of the list of secrets, in any spacing and any width', () => {
    fc.assert(
      fc.property(told, (text) => {
        const answer = bare(redactText(text, CONTEXT))
        for (const secret of SECRETS) expect(answer).not.toContain(secret)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps companies, agencies, document numbers, laws, amounts and dates to the letter', () => {
    fc.assert(
      fc.property(told, (text) => {
        const answer = redactText(text, CONTEXT)
        for (const kept of [...KEPT, ...LAWS].filter((item) => text.split('，').includes(item)))
          expect(answer).toContain(kept)
      }),
      { numRuns: 200 },
    )
  })

  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.oneof(told, wild), (text) => {
        const once = redactText(text, CONTEXT)
        expect(redactText(once, CONTEXT)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it.each([`证件号${ID}`, `驾驶证${ID}，联系方式${PHONE}`, `账号6222021234567890123`, `电话12${ID}`])(
    'what a word announces is masked once: %s',
    (text) => {
      const once = redactText(text, CONTEXT)
      expect(once).not.toBe(text)
      expect(redactText(once, CONTEXT)).toBe(once)
    },
  )

  it('lists each replacement by its place: putting the original back gives the text that was read', () => {
    fc.assert(
      fc.property(fc.oneof(told, wild), (text) => {
        const { replacements } = redact(text, CONTEXT)
        const ends = [0, ...replacements.map((item) => item.end)]
        replacements.forEach((item, index) => {
          expect(text.slice(item.start, item.end)).toBe(item.original)
          expect(item.start).toBeGreaterThanOrEqual(ends[index] ?? 0)
        })
      }),
    )
  })

  it.each([
    ['路'],
    ['路派出所'],
    ['青石区石桥镇'],
    ['1 '],
    ['1'],
    ['a'],
    ['a@'],
    ['王 '],
    ['王'],
    ['电话'],
    ['《'],
    ['市'],
    ['甲区路'],
    ['一'],
    ['3号'],
    ['一二三十'],
    ['账号1     '],
    ['京A'],
    ['〔2026'],
    ['\u200b'],
  ])('100,000 characters of “%s” take time by their length, not by its square', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length))
    expect(growthOf((part) => redactText(part, CONTEXT), text)).toBeLessThan(20)
  })

  it('a text of 100,000 characters with something to hide in every line takes time by its length, not by its square', () => {
    const line = `当事人王小明（身份证${ID}，电话${PHONE}）住南屏市青石区云台路18号3幢202室，举报人钱多多称该店无证经营。\n`
    const text = line.repeat(Math.ceil(100_000 / line.length))
    expect(growthOf((part) => redactText(part, CONTEXT), text)).toBeLessThan(20)
    expect(redact(text, CONTEXT).replacements.length).toBeGreaterThan(5000)
  })
})
