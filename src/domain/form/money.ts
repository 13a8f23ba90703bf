/** An amount read from text in 元, in whole fen, or why it could not be read. */
export type MoneyResult = { readonly ok: true; readonly fen: number } | { readonly ok: false; readonly reason: string }

/** 1,000 亿元: above it an amount is a slip of the pen, and sums of many stay within exact integers. */
const LARGEST_FEN = 10_000_000_000_000
const PLAIN = /^(\d+)(?:\.(\d{1,2}))?$/

/** Every shape that people write and that is not an amount, each with what would be right. */
const MISTAKES: readonly (readonly [RegExp, string])[] = [
  [/^$/, '没有填写，应填写以元为单位的数字，如 2000 或者 2000.50'],
  [/[０-９．，－＋]/, '用了全角数字或者符号，应改用半角，如 2000.50'],
  [/^-/, '不能有负号，金额应不小于 0，如 2000'],
  [/^\+/, '不应有加号，应直接写数字，如 2000'],
  [/^\d[\d.]*[eE][+-]?\d+$/, '不能用科学记数法，应写出全部数字，如 1000000000'],
  [/^0[xXbBoO]/, '应为十进制数字，如 2000'],
  [/[,，'’_]/, '不应有千分位分隔符，应直接写数字，如 2000'],
  [/[元圆￥¥]|RMB|CNY/i, '不应带货币符号或者“元”字，应只写数字，如 2000'],
  [/[万亿]/, '不应带“万”“亿”，应按元写出全部数字，如 20000'],
  [/\s/, '中间有空格，应连续书写，如 2000'],
  [/^\.\d+$/, '缺少整数部分，应写作 0.50 这样的形式'],
  [/^\d+\.$/, '小数点后没有数字，应写作 2000 或者 2000.50'],
  [/^\d+\.\d{3,}$/, '小数超过两位，应精确到分，如 2000.50'],
]

const TOO_LARGE = '应不超过上限 1000 亿元，请核对是否多写了数字'

/** Reads an amount in 元 as people type it (2000, 2000.5, 2000.50) into whole fen; zero is an amount. */
export function moneyFromText(raw: string): MoneyResult {
  const text = raw.trim()
  const match = PLAIN.exec(text)
  if (match === null) return refuse(text, mistakeIn(text))
  const [yuan = '', cents = ''] = match.slice(1)
  if (yuan.length > 1 && yuan.startsWith('0')) return refuse(text, '整数部分不应以 0 开头，如 2000')
  const fen = Number(yuan) * 100 + Number(cents.padEnd(2, '0'))
  // Past the bound the number may have lost fen or be infinite; it is refused all the same.
  return fen > LARGEST_FEN ? refuse(text, TOO_LARGE) : { ok: true, fen }
}

function mistakeIn(text: string): string {
  return MISTAKES.find(([shape]) => shape.test(text))?.[1] ?? '应为以元为单位的数字，如 2000 或者 2000.50'
}

function refuse(text: string, reason: string): MoneyResult {
  const shown = [...text].slice(0, 20).join('')
  return { ok: false, reason: shown === '' ? reason : `金额“${shown}”不对：${reason}` }
}
