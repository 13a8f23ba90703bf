import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountInFigures } from '../document/amount-in-words.ts'
import { checkFact, type FactShape } from './check-fact.ts'
import { formatFact } from './format-fact.ts'
import { moneyFromText } from './money.ts'

const fact = (kind: FactShape['kind'], more: Partial<FactShape> = {}): FactShape => ({ title: '某要素', kind, ...more })
const reasonOf = (shape: FactShape, raw: unknown) => {
  const checked = checkFact(shape, raw)
  return checked.ok ? `没有拒绝：${JSON.stringify(checked.value)}` : checked.reason
}
const valueOfFact = (shape: FactShape, raw: unknown) => {
  const checked = checkFact(shape, raw)
  return checked.ok ? checked.value : checked.reason
}

describe('an amount', () => {
  it.each([
    ['2000', 200_000],
    ['2000.5', 200_050],
    ['2000.50', 200_050],
    ['0', 0],
    ['0.01', 1],
    [' 2100 ', 210_000],
    ['100000000000', 10_000_000_000_000],
  ])('%j is read as %d fen', (text, fen) => {
    expect(valueOfFact(fact('money'), text)).toBe(fen)
  })

  it.each([
    ['-0', '负号'],
    ['-5', '负号'],
    ['+5', '加号'],
    ['1e9', '科学记数法'],
    ['0x10', '十进制'],
    ['2,000元', '千分位'],
    ['2，000', '全角'],
    ['２０００', '全角'],
    ['2000元', '“元”字'],
    ['￥2000', '货币符号'],
    ['2万', '“万”'],
    ['20 00', '空格'],
    ['.5', '整数部分'],
    ['2000.', '小数点后'],
    ['2000.505', '两位'],
    ['02000', '以 0 开头'],
    ['-', '负号'],
    ['abc', '以元为单位'],
    ['贰仟', '以元为单位'],
    ['NaN', '以元为单位'],
    ['1.2.3', '以元为单位'],
    ['100000000000.01', '1000 亿元'],
    ['9'.repeat(400), '1000 亿元'],
    ['', '没有填写'],
  ])('%j is refused because of its %s', (text, words) => {
    expect(reasonOf(fact('money'), text)).toContain(words)
  })

  it('a number instead of text is refused: it may have been rounded on the way', () => {
    expect(reasonOf(fact('money'), 2000)).toContain('以文字填写')
  })

  it('what is printed with two decimals is read back as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000_000 }), (fen) => {
        expect(moneyFromText(amountInFigures(fen).replaceAll(',', ''))).toEqual({ ok: true, fen })
      }),
    )
  })

  it('no text whatever makes anything but whole fen or a sentence', () => {
    const nearMoney = fc.string({ unit: fc.constantFrom(...'0123456789.-+eE, 元万９'), maxLength: 20 })
    fc.assert(
      fc.property(fc.oneof(nearMoney, fc.string({ unit: 'binary' })), (text) => {
        const money = moneyFromText(text)
        if (money.ok) expect(Number.isSafeInteger(money.fen) && !Object.is(money.fen, -0)).toBe(true)
        else expect(money.reason).toMatch(/应/)
      }),
      { numRuns: 400 },
    )
  })
})

describe('a text', () => {
  it('is trimmed, and line ends become one kind', () => {
    expect(valueOfFact(fact('long-text'), '  第一行\r\n第二行\r第三行\t。 ')).toBe('第一行\n第二行\n第三行\t。')
  })

  it('rare characters of names count as one and stand', () => {
    expect(valueOfFact(fact('text', { maxLength: 4 }), '㛃𬀩喆堃')).toBe('㛃𬀩喆堃')
    expect(valueOfFact(fact('text'), '葛\u{E0100}城')).toBe('葛\u{E0100}城')
  })

  it.each([
    ['五个字符啊', '超过 4 个字，现为 5 个字'],
    ['一\n二', '去掉换行'],
    ['一\u2028二', '去掉换行'],
    ['一\u0000', '第 2 个字是控制字符'],
    ['一\t二', '控制字符'],
    ['一\u200B二', '第 2 个字是看不见的零宽字符'],
    ['一一\u2060二', '第 3 个字是看不见的零宽字符'],
    ['𬀩\u202E二', '第 2 个字是改变文字方向'],
    ['一\uD800', '残缺'],
    ['一\uE000', '没有标准字形'],
    ['一\u{E0041}', '看不见的控制字符'],
    ['  ', '没有填写'],
    [null, '没有填写'],
    [5, '应为文字'],
  ])('%j is refused: %s', (raw, words) => {
    expect(reasonOf(fact('text', { maxLength: 4 }), raw)).toContain(words)
  })

  it('a long text has its own bound', () => {
    expect(reasonOf(fact('long-text'), '字'.repeat(10_001))).toContain('超过 10000 个字')
    expect(reasonOf(fact('long-text'), '一\u200B')).toContain('零宽')
  })
})

describe('dates and instants', () => {
  it('a real day is kept as it is', () => {
    expect(valueOfFact(fact('date'), ' 2026-06-03 ')).toBe('2026-06-03')
    expect(valueOfFact(fact('instant'), '2026-06-03T09:30:00+08:00')).toBe('2026-06-03T09:30:00+08:00')
  })

  it.each([
    ['2026-02-30', '日期 2026-02-30 不存在'],
    ['2026/06/03', '应写作 2026-06-03'],
    ['2026年6月3日', '应写作 2026-06-03'],
    [20260603, '应为日期'],
  ])('%j is refused: %s', (raw, words) => {
    expect(reasonOf(fact('date'), raw)).toContain(words)
  })

  it.each(['2026-02-30T09:30:00Z', '2026-06-03T09:30:00', '2026-06-03'])('%s is no instant', (raw) => {
    expect(reasonOf(fact('instant'), raw)).toContain('时区')
  })
})

describe('choices, switches, bases and lists', () => {
  it('only what is offered may be chosen', () => {
    const choice = fact('choice', { choices: ['直接', '留置'] })
    expect(valueOfFact(choice, '留置')).toBe('留置')
    expect(reasonOf(choice, '邮寄')).toContain('直接、留置')
  })

  it('a switch is true or false and nothing else', () => {
    expect(valueOfFact(fact('yes-no'), false)).toBe(false)
    expect(reasonOf(fact('yes-no'), 'true')).toContain('“是”或者“否”')
  })

  it.each([
    '《行政处罚法》第三十三条',
    '《行政处罚法》第三十三条第一款',
    '《行政处罚法》第六十四条第一项',
    '《食品安全法》第一百二十六条第一款第五项',
    '《刑法》第一百三十三条之一第一款',
    '《食品安全法》第一百二十四条第一款第（五）项、《价格法》第三十三条',
    '《最高人民法院关于适用〈行政诉讼法〉的解释》第二条',
  ])('%s is a basis', (text) => {
    expect(valueOfFact(fact('basis'), text)).toBe(text)
  })

  it.each([
    '《价格法》第三十三条、',
    '《价格法》第三十三条；有关规定',
    '行政处罚法第三十三条',
    '《行政处罚法》',
    '《行政处罚法》第33条',
    '《行政处罚法》第三十三条等',
  ])('%s is no basis', (text) => {
    expect(reasonOf(fact('basis'), text)).toContain('《行政处罚法》第三十三条第一款')
  })

  it('a list names each thing once', () => {
    expect(valueOfFact(fact('people'), ['p1', 'p2'])).toEqual(['p1', 'p2'])
    expect(reasonOf(fact('people'), ['p1', 'p1'])).toContain('重复')
    expect(reasonOf(fact('people'), [])).toContain('没有填写')
    expect(reasonOf(fact('evidence-list'), 'p1')).toContain('证据的列表')
    expect(reasonOf(fact('evidence-list'), ['p1', 5])).toContain('证据的列表')
    expect(
      reasonOf(
        fact('people'),
        Array.from({ length: 201 }, (_, index) => `p${index}`),
      ),
    ).toContain('最多选择 200 项')
  })
})

describe('a fact in print', () => {
  it.each([
    ['date', '2026-06-03', '2026年6月3日'],
    ['instant', '2026-06-03T16:05:00Z', '2026年6月4日0时05分'],
    ['money', 210_000, '2,100.00 元'],
    ['yes-no', true, '是'],
    ['yes-no', false, '否'],
    ['people', ['甲', '乙'], '甲、乙'],
    ['text', '2026-06-03', '2026-06-03'],
  ] as const)('%s %j reads %s', (kind, value, printed) => {
    expect(formatFact({ kind }, value)).toBe(printed)
  })
})
