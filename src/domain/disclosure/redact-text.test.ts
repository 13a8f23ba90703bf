import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenIdCheckDigit } from '../party/citizen-id.ts'
import { nameMarks, redactName } from './name-mark.ts'
import { redactText } from './redact-text.ts'

const hide = (text: string, people: string[] = []) => redactText(text, { people })

const surname = fc.constantFrom('王', '李', '赵', '欧阳', '上官', '㛃')
const given = fc.array(fc.constantFrom('明', '华', '丽', '建', '𬀩', '喆', '堃'), { minLength: 1, maxLength: 2 })
const personName = fc.tuple(surname, given).map(([family, rest]) => family + rest.join(''))
const filler = fc.constantFrom(
  '，',
  '。经营超过保质期食品 6 瓶，罚款 2,100.00 元，',
  '在南屏市青石区，',
  '依据《中华人民共和国食品安全法》第一百二十四条，',
  ' ',
)
const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
const citizenId = fc
  .tuple(fc.integer({ min: 110_000, max: 829_999 }), day, fc.integer({ min: 0, max: 999 }))
  .map(([region, born, serial]) => {
    const first = `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`
    return first + citizenIdCheckDigit(first)
  })
const mobile = fc
  .tuple(fc.integer({ min: 13, max: 19 }), fc.integer({ min: 0, max: 999_999_999 }))
  .map(([prefix, rest]) => `${prefix}${String(rest).padStart(9, '0')}`)
const gapped = (number: fc.Arbitrary<string>, groups: readonly number[]) =>
  fc.tuple(number, fc.constantFrom('', ' ', '-')).map(([text, gap]) => {
    const cuts = groups.map((end, index) => text.slice(groups[index - 1] ?? 0, end))
    return [...cuts, text.slice(groups.at(-1) ?? 0)].join(gap)
  })

describe('what leads to one person does not survive', () => {
  it('no name of the list stands in the answer, also when blanks or invisible marks break it', () => {
    const text = fc.tuple(
      fc.array(personName, { minLength: 1, maxLength: 6 }),
      fc.array(filler),
      fc.constantFrom('', ' ', '\u200b', '　'),
    )
    fc.assert(
      fc.property(text, ([names, fillers, gap]) => {
        const body = names.map((name, index) => [...name].join(gap) + (fillers[index] ?? '。')).join('')
        const answer = hide(body, names).replaceAll(/[\s\u200b]/g, '')
        for (const name of names) expect(answer).not.toContain(name)
      }),
    )
  })

  it('no identity number stands in the answer, whole or in groups, in half or full width', () => {
    fc.assert(
      fc.property(gapped(citizenId, [6, 14]), fc.boolean(), filler, (id, isWide, around) => {
        const written = isWide
          ? id.replaceAll(/[0-9]/g, (digit) => String.fromCodePoint(0xfee0 + (digit.codePointAt(0) ?? 0)))
          : id
        const bare = id.replaceAll(/[^0-9X]/g, '')
        const answer = hide(`身份证${written}${around}${written}`).replaceAll(/[ -]/g, '')
        expect(answer).not.toContain(bare)
        expect(answer).not.toContain(bare.slice(6, 14))
      }),
    )
  })

  it('no mobile number stands in the answer', () => {
    fc.assert(
      fc.property(
        gapped(mobile, [3, 7]),
        filler,
        fc.constantFrom('', '+86', '0', '联系人'),
        (number, around, before) => {
          const answer = hide(`${around}${before}${number}${around}`)
          expect(answer.replaceAll(/[ -]/g, '')).not.toContain(number.replaceAll(/[ -]/g, ''))
        },
      ),
    )
  })

  it.each([
    ['账号：6222 0212 3456 7890 123', '账号：****0123'],
    ['开户账户12345678', '开户账户****5678'],
    ['驾驶青A·12345号小型货车', '驾驶青A*****号小型货车'],
    ['新能源车苏AD12345', '新能源车苏A*****'],
    ['旧身份证号110105491231002', '旧身份证号110105*****1002'],
    ['电话0000-0000091，座机010-62345678', '电话***，座机***'],
    ['微信号：abc_12345', '微信号：***'],
    ['护照号E12345678', '护照号***'],
    ['写信到 wang@example.com', '写信到 ***'],
  ])('%s → %s', (text, answer) => {
    expect(hide(text)).toBe(answer)
  })

  it.each([
    ['住南屏市青石区云台路18号3幢202室。', '住南屏市青石区某处。'],
    ['住南屏市青石区石桥镇柳树村5组12号，', '住南屏市青石区某处，'],
    ['在云台路18号3幢202室', '在某处'],
    ['在云台路 18 号 3 幢', '在某处'],
    ['在3幢202室查获', '在某处查获'],
  ])('an address ends at its county: %s', (text, answer) => {
    expect(hide(text)).toBe(answer)
  })

  it('a known home is hidden even where it looks like nothing', () => {
    expect(redactText('暂住青石区老粮站后院，', { people: [], homes: ['青石区老粮站后院'] })).toBe('暂住青石区某处，')
  })
})

describe('what the public has a right to stays', () => {
  it.each([
    '青市监处罚〔2026〕131号',
    '《南屏市青石区云台路步行街管理办法》第十二条第二款',
    '罚款 50,000.00 元（大写：人民币伍万元整）',
    '2026年11月12日，货值 138 元，共 6 瓶，批号 20260101',
    '石桥镇人民政府和南屏市青石区市场监督管理局',
    '生产许可证编号 SC11432010100001',
    '商品条码 6901234567892',
    '在经营区货架3层查获',
    '统一社会信用代码91230500MA1B3N1N2M',
  ])('%s', (text) => {
    expect(hide(text)).toBe(text)
  })

  it('what is protected stays to the letter, whatever is around it', () => {
    const protect = ['青石味来餐饮管理有限公司', '南屏市青石区云台路18号', '王明食品店']
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...protect), filler, personName, mobile)), (pieces) => {
        const answer = redactText(pieces.join('，'), {
          people: pieces.filter((piece) => /^[王李]/.test(piece) && piece !== '王明食品店'),
          protect,
        })
        for (const kept of protect.filter((item) => pieces.includes(item))) expect(answer).toContain(kept)
      }),
    )
  })

  it('a public fact keeps its places and loses its numbers', () => {
    const context = { people: ['王小明'], keepsPlaces: true }
    expect(redactText('责令王小明三日内拆除云台路18号的棚屋，电话13800001234', context)).toBe(
      '责令王某某三日内拆除云台路18号的棚屋，电话138****1234',
    )
  })
})

describe('marks of people', () => {
  it.each([
    ['王小明', '王某某'],
    ['李雷', '李某'],
    ['欧阳修文', '欧阳某某'],
    ['欧阳', '欧某'],
    ['阿依·古丽', '阿某某'],
    ['𬀩喆堃', '𬀩某某'],
  ])('%s becomes %s', (name, mark) => {
    expect(redactName(name)).toBe(mark)
  })

  it('the same person has the same mark throughout one case, and two of the same mark are told apart', () => {
    expect(hide('王明说王亮打了王明', ['王明', '王亮'])).toBe('王某甲说王某乙打了王某甲')
    expect([...nameMarks(['王明', '王明', '王亮']).values()]).toEqual(['王某甲', '王某乙'])
  })

  it('a shorter name does not eat into a longer one', () => {
    expect(hide('王明远和王明', ['王明', '王明远'])).toBe('王某某和王某')
  })
})
