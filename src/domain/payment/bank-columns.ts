/** What the program reads of a line of a bank's file. */
export type BankColumn = 'serial' | 'paidOn' | 'amount' | 'notice' | 'payer' | 'receipt' | 'words'

type Known = { readonly title: string; readonly needed: boolean; readonly names: readonly string[] }

/**
 * How banks and the treasury's collecting system head their columns. A head that stands here is read as that and nothing else;
 * what does not stand here is not guessed, it is named by whoever hands in the file.
 */
export const BANK_COLUMNS: Readonly<Record<BankColumn, Known>> = {
  serial: {
    title: '流水号',
    needed: true,
    names: ['流水号', '银行流水号', '交易流水号', '核心流水号', '入账流水号', '交易流水', '银行流水'],
  },
  paidOn: {
    title: '缴款日期',
    needed: true,
    names: ['缴款日期', '缴费日期', '缴款时间', '交易日期', '交易时间', '入账日期', '记账日期', '到账日期'],
  },
  amount: {
    title: '金额',
    needed: true,
    names: [
      '金额',
      '缴款金额',
      '缴费金额',
      '实缴金额',
      '交易金额',
      '入账金额',
      '收入金额',
      '贷方发生额',
      '贷方金额',
      '收入',
    ],
  },
  notice: {
    title: '缴款通知书号',
    needed: false,
    names: [
      '缴款通知书号',
      '缴款通知书文号',
      '通知书号',
      '通知书文号',
      '缴款通知书',
      '决定书文号',
      '处罚决定书号',
      '文号',
    ],
  },
  payer: {
    title: '缴款人',
    needed: false,
    names: [
      '缴款人',
      '缴款人名称',
      '缴款单位',
      '缴费人',
      '付款人',
      '付款人名称',
      '付款户名',
      '对方户名',
      '对方账户名称',
    ],
  },
  receipt: { title: '票据号', needed: false, names: ['票据号', '票据号码', '财政票据号', '电子票据号码'] },
  words: { title: '附言', needed: false, names: ['附言', '摘要', '备注', '用途', '交易附言'] },
}

const ALL = Object.keys(BANK_COLUMNS) as readonly BankColumn[]

/** Heads that this agency's bank uses, as somebody named them: the title of a column to the head in the file. */
export type NamedColumns = Readonly<Partial<Record<BankColumn, string>>>
/** Where each column stands in a line. */
export type ColumnPlaces = Readonly<Partial<Record<BankColumn, number>>>

/** Blanks, full-width letters and what stands in brackets do not tell heads apart: “金额（元）” is 金额. */
export function plainHead(head: string): string {
  return head
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\([^)]*\)$/, '')
}

/** “缴款日期=入账日期”, one on each line; a sentence says what cannot be read. */
export function readNamedColumns(text: string): NamedColumns | string {
  const named: Partial<Record<BankColumn, string>> = {}
  const lines = text.split(/[\n,，;；]/).map((line) => line.trim())
  for (const line of lines.filter((each) => each !== '')) {
    const [title = '', head = ''] = line.normalize('NFKC').split('=')
    const column = ALL.find((each) => BANK_COLUMNS[each].title === plainHead(title))
    if (!column || plainHead(head) === '') return wrongNaming(line)
    named[column] = head
  }
  return named
}

function wrongNaming(line: string): string {
  const titles = ALL.map((each) => BANK_COLUMNS[each].title).join('、')
  return `列的对应“${line}”看不懂，应当写成“缴款日期=入账日期”，等号左边是${titles}之一，右边是文件里的列名。`
}

/** Where the columns stand; undefined where this is no line of heads, a sentence where it is one that leaves a doubt. */
export function placesOf(heads: readonly string[], named: NamedColumns): ColumnPlaces | string | undefined {
  const plain = heads.map(plainHead)
  const found = ALL.map((column) => [column, positions(plain, column, named)] as const)
  const isHeads = found.filter(([, at]) => at.length > 0).length >= 2
  if (!isHeads) return undefined
  const unsure = found.find(([column, at]) => at.length > 1 && column !== 'words')
  if (unsure) return doubtOf(unsure[0], unsure[1], heads)
  const missing = found.filter(([column, at]) => BANK_COLUMNS[column].needed && at.length === 0)
  if (missing.length > 0) return lackOf(missing.map(([column]) => column))
  return Object.fromEntries(found.flatMap(([column, [at]]) => (at === undefined ? [] : [[column, at]])))
}

function positions(plain: readonly string[], column: BankColumn, named: NamedColumns): readonly number[] {
  const own = named[column]
  const names = own === undefined ? BANK_COLUMNS[column].names : [plainHead(own)]
  const others = Object.entries(named).flatMap(([other, head]) => (other === column ? [] : [plainHead(head)]))
  return plain.flatMap((head, index) => (names.includes(head) && !others.includes(head) ? [index] : []))
}

function doubtOf(column: BankColumn, at: readonly number[], heads: readonly string[]): string {
  const { title } = BANK_COLUMNS[column]
  const names = at.map((index) => `“${heads[index]?.trim()}”`).join('和')
  return `${names}都可以是${title}；请写明用哪一列，如“${title}=${heads[at[0] ?? 0]?.trim()}”，再导入。`
}

function lackOf(columns: readonly BankColumn[]): string {
  const titles = columns.map((column) => `“${BANK_COLUMNS[column].title}”`).join('、')
  const first = columns[0] && BANK_COLUMNS[columns[0]].title
  return `没有找到${titles}列；列名不同的，请写明对应，如“${first}=文件里的列名”，再导入。`
}
