const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** 大写 of an amount in fen, as on bills: 210000 → 贰仟壹佰元整 (支付结算办法附一). */
export function amountInWords(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new Error(`金额应为不小于零的整数分，现为 ${fen}`)
  const yuan = Math.floor(fen / 100)
  const whole = yuan === 0 && fen > 0 ? '' : `${yuanInWords(yuan)}元`
  return `${whole}${changeInWords(fen % 100, whole !== '')}`
}

function changeInWords(fen: number, followsYuan: boolean): string {
  if (fen === 0) return '整'
  const [jiao, rest] = [Math.floor(fen / 10), fen % 10]
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : followsYuan ? '零' : ''
  return `${tenths}${rest === 0 ? '整' : `${DIGITS[rest]}分`}`
}

function yuanInWords(yuan: number): string {
  if (yuan === 0) return '零'
  let words = ''
  let isPendingZero = false
  for (let group = 3; group >= 0; group--) {
    const value = Math.floor(yuan / 10_000 ** group) % 10_000
    if (value === 0) {
      isPendingZero = words !== ''
      continue
    }
    const needsZero = words !== '' && (isPendingZero || value < 1000)
    words += `${needsZero ? '零' : ''}${fourDigitsInWords(value)}${GROUPS[group]}`
    isPendingZero = false
  }
  return words
}

function fourDigitsInWords(value: number): string {
  const digits = [...String(value)].map(Number)
  const words = digits.map((digit, index) =>
    digit === 0 ? '零' : `${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`,
  )
  return words.join('').replace(/零+/g, '零').replace(/零$/, '')
}

/** Figures with thousands marks and two decimals, without the unit: 210000 → 2,100.00. */
export function amountInFigures(fen: number): string {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new Error(`金额应为不小于零的整数分，现为 ${fen}`)
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${String(fen % 100).padStart(2, '0')}`
}
