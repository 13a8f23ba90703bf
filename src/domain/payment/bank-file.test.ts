import { describe, expect, test } from 'vitest'
import { amountOf, dayOf, serialOf } from './bank-cells.ts'
import { readNamedColumns } from './bank-columns.ts'
import { type BankFile, readBankFile } from './bank-file.ts'
import { noticeNumbersIn } from './notice-number.ts'

const rowsOf = (...lines: readonly string[][]) => lines.map((cells, index) => ({ line: index + 1, cells }))
const HEADS = ['流水号', '交易日期', '金额（元）', '缴款通知书号', '付款人', '附言']
const PAID = ['B1', '2026-03-12', '5,000.00', '南青市监缴〔2026〕1号', '南青某餐饮有限公司', '']
const read = (...lines: readonly string[][]) => readBankFile(rowsOf(...lines), {})
const sentenceOf = (file: ReturnType<typeof readBankFile>) => ('sentence' in file ? file.sentence : '')

describe('a cell of a bank’s file', () => {
  test.each([
    ['5,000.00', 500_000],
    ['５０００．５０', 500_050],
    ['￥5000', 500_000],
    ['5000元', 500_000],
    ["'5000.00", 500_000],
    ['="0005000.00"', 500_000],
    ['-5000.00', -500_000],
    ['(5,000.00)', -500_000],
  ])('is an amount: %s', (cell, fen) => expect(amountOf(cell)).toEqual({ value: fen }))

  test.each(['', '五千', '5000.005', '50,00.00', '5e3', '0.00', 'B1'])('is no amount: %s', (cell) =>
    expect(amountOf(cell)).toHaveProperty('wrong'),
  )

  test.each([
    '2026-03-12',
    '2026/3/12',
    '2026.03.12',
    '20260312',
    '2026年3月12日',
    '２０２６－０３－１２',
    '2026-03-12 10:20:33',
    '2026/3/12T9:05',
    '20260312102033',
    '2026年3月12日9时05分',
  ])('is the twelfth of March: %s', (cell) => expect(dayOf(cell)).toEqual({ value: '2026-03-12' }))

  test.each(['', '12/03/2026', '2026-02-30', '46093', '2026-3-123', '3月12日'])('is no day: %s', (cell) =>
    expect(dayOf(cell)).toHaveProperty('wrong'),
  )

  test('that a spreadsheet made a floating number of is no number of a transfer', () => {
    expect(serialOf('2.02603E+14')).toEqual({ wrong: expect.stringContaining('科学计数法') })
    expect(serialOf('\t20260312 0001')).toEqual({ value: '202603120001' })
  })
})

describe('the number of a notice', () => {
  test.each(['南青市监缴〔2026〕1号', '南青市监缴[2026]001', '南青市监缴（２０２６）第1号', '南青市监缴【2026】 1 号'])(
    'is read however it is written: %s',
    (text) => expect(noticeNumbersIn(text)[0]).toBe('南青市监缴〔2026〕1号'),
  )
  test('is found in what the payer wrote, whatever runs into it', () => {
    expect(noticeNumbersIn('罚款南青市监缴〔2026〕12号')).toContain('南青市监缴〔2026〕12号')
    expect(noticeNumbersIn('罚款')).toEqual([])
  })
})

describe('a bank’s file', () => {
  test('has its heads below a title, and says what it read as what', () => {
    const file = read(['账户明细'], HEADS, PAID) as BankFile
    expect(file.lines).toMatchObject([{ line: 3, serial: 'B1', amountFen: 500_000, payer: '南青某餐饮有限公司' }])
    expect(file.columns[2]).toEqual({ head: '金额(元)', as: '金额' })
  })
  test('with two heads that may mean the same is refused until somebody says which', () => {
    const heads = ['流水号', '交易日期', '入账日期', '金额']
    const line = ['B1', '2026-03-12', '2026-03-13', '5000']
    expect(sentenceOf(read(heads, line))).toContain('“交易日期”和“入账日期”都可以是缴款日期')
    const named = readNamedColumns('缴款日期=入账日期')
    const told = readBankFile(rowsOf(heads, line), named as object) as BankFile
    expect(told.lines[0]?.paidOn).toBe('2026-03-13')
    expect(readNamedColumns('日期')).toContain('看不懂')
  })
  test('without a column that is needed is refused, and says which', () => {
    expect(sentenceOf(read(['交易日期', '金额'], ['2026-03-12', '1']))).toContain('没有找到“流水号”列')
    expect(sentenceOf(read(['甲', '乙'], ['1', '2']))).toContain('没有找到列名')
  })
  test('tells of each broken line what is wrong and what would be right, and reads the others', () => {
    const file = read(HEADS, PAID, ['', '昨天', '5000', '', '', ''], ['B3', '20260312', '1', '']) as BankFile
    expect(file.lines).toHaveLength(1)
    expect(file.broken).toMatchObject([
      { line: 3, amountFen: 500_000, sentence: expect.stringMatching(/没有流水号.*；日期“昨天”看不懂/) },
      { line: 4, sentence: expect.stringContaining('应当有 6 列，实有 4 列') },
    ])
  })
  test('whose sum is not the sum of its lines is not whole', () => {
    expect(sentenceOf(read(HEADS, PAID, ['合计', '', '8000.00', '', '', '']))).toContain('文件可能不完整')
    expect(read(HEADS, PAID, ['合计', '', '5000.00', '', '', ''])).toMatchObject({ lines: [{ serial: 'B1' }] })
  })
})
