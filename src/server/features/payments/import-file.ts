import { createHash } from 'node:crypto'
import type { PaymentReport, PaymentReportLine } from '#contract/payments.ts'
import type { BankLine, FileFault } from '#domain/payment/bank-file.ts'
import { isBooked, totalsOf } from '#domain/payment/line-outcome.ts'
import { sameName } from '#domain/payment/weigh-line.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import type { Tx } from '#server/db/database.ts'
import type { LoadedCase } from '#server/features/cases/index.ts'
import { newId } from '#server/ids.ts'
import { type Booker, type Booking, bookLine } from './book-line.ts'
import {
  findKnown,
  findPapers,
  insertLines,
  insertSettlements,
  type KnownLine,
  type LineToKeep,
  lockPayments,
  type NoticePaper,
} from './payment-rows.ts'
import { type ReadFile, readFile } from './read-file.ts'

export type GivenFile = { readonly fileName: string; readonly bytes: Uint8Array; readonly columns: string }

/**
 * Takes a bank's file in: every line that names a paper of the agency is booked, the others are kept to be settled, all in the
 * caller's transaction. A file that cannot be read as a whole leaves nothing behind.
 */
export async function importFile(tx: Tx, booker: Booker, given: GivenFile): Promise<PaymentReport | FileFault> {
  const file = readFile(given.bytes, given.columns)
  if ('sentence' in file) return file
  const { agencyId } = booker
  await lockPayments(tx, agencyId)
  const [known, papers] = await Promise.all([
    findKnown(
      tx,
      agencyId,
      file.lines.map(({ serial }) => serial),
    ),
    findPapers(
      tx,
      agencyId,
      file.lines.flatMap(({ numbers }) => numbers),
    ),
  ])
  const matching = { known: new Map(known.map((line) => [line.serial, line])), papers }
  const settled: Settled[] = []
  for (const told of file.lines) settled.push(await settle(tx, booker, told, matching, settled))
  const report = reportOf(booker, given, file, settled)
  await keep(tx, booker, report, settled)
  return report
}

type Matching = { readonly known: ReadonlyMap<string, KnownLine>; readonly papers: readonly NoticePaper[] }
type Settled = Booking & {
  readonly told: BankLine
  readonly paper?: NoticePaper
  readonly partyId?: string
  readonly caseId?: string | null
  readonly caseName?: string | null
}

async function settle(
  tx: Tx,
  booker: Booker,
  told: BankLine,
  { known, papers }: Matching,
  before: readonly Settled[],
): Promise<Settled> {
  const earlier = known.get(told.serial)
  if (earlier) return { told, caseId: earlier.caseId, caseName: earlier.caseName, ...knownBefore(told, earlier) }
  const twin = before.find((item) => item.told.serial === told.serial && item.is !== 'broken')
  if (twin) return { told, ...knownHere(told, twin.told) }
  const paper = told.numbers.flatMap((number) => papers.find((item) => item.number === number) ?? [])[0]
  if (!paper) return { told, is: 'no-notice', sentence: noNotice(told) }
  const found = { told, paper, caseId: paper.caseId, caseName: paper.caseName }
  if (told.amountFen < 0) return { ...found, is: 'doubtful', sentence: TAKEN_BACK }
  if (paper.isVoid) return { ...found, is: 'doubtful', sentence: `${paper.number}已经作废，请人工核对。` }
  let partyId: string | undefined
  const party = (loaded: LoadedCase) => {
    partyId = paper.partyId ?? partyOf(loaded, told)
    return partyId
  }
  const booking = await bookLine(tx, booker, told, { caseId: paper.caseId, party })
  return { ...found, ...booking, ...(partyId && { partyId }) }
}

const TAKEN_BACK = '金额是负数，是银行冲正或者退款，不能自动入账，请人工核对。'

/** A paper that is made out to all: whom it means is told by the payer, or there is but one. */
function partyOf({ state }: LoadedCase, { payer }: BankLine): string | undefined {
  const [only, ...more] = state.parties
  return more.length === 0 ? only?.id : state.parties.find(({ name }) => sameName(name, payer))?.id
}

function noNotice({ numbers, amountFen }: BankLine): string {
  if (amountFen < 0) return TAKEN_BACK
  const [number] = numbers
  return number === undefined
    ? '没有写缴款通知书号，请人工核对是哪个案件的。'
    : `没有文号为“${number}”的缴款通知书、决定书或者催告书，请人工核对。`
}

function knownBefore(told: BankLine, earlier: KnownLine): Booking {
  if (earlier.amountFen !== told.amountFen || earlier.paidOn !== told.paidOn) {
    const was = `${earlier.paidOn} ${yuanOf(earlier.amountFen)}`
    const sentence = `流水号 ${told.serial} 先前登记的是${was}（文件“${earlier.fileName}”），本行是 ${told.paidOn} ${yuanOf(told.amountFen)}；没有登记，请向银行核实。`
    return { is: 'broken', sentence }
  }
  const became = { book: '已经入账', 'set-aside': '已经写明不入账', reversed: '入账以后又冲销了，还在待处理' }
  const now = earlier.does ? became[earlier.does] : '还在待处理'
  return { is: 'known', sentence: `文件“${earlier.fileName}”里已经有这一笔，${now}，没有重复登记。` }
}

function knownHere(told: BankLine, twin: BankLine): Booking {
  const isSame = twin.amountFen === told.amountFen && twin.paidOn === told.paidOn
  if (isSame) return { is: 'known', sentence: `与第 ${twin.line} 行是同一笔（流水号相同），没有重复登记。` }
  const sentence = `与第 ${twin.line} 行的流水号相同，金额或者日期不同；没有登记，请向银行核实。`
  return { is: 'broken', sentence }
}

function reportOf({ clock, by }: Booker, given: GivenFile, file: ReadFile, settled: readonly Settled[]): PaymentReport {
  const read = settled.map(({ told, is, sentence, caseId = null, caseName = null }): PaymentReportLine => {
    const { line, serial, amountFen, payer } = told
    return { line, is, serial, amountFen, payer, sentence, caseId, caseName }
  })
  const broken = file.broken.map(({ line, amountFen = null, sentence }): PaymentReportLine => {
    const unknown = { serial: '', payer: '', caseId: null, caseName: null }
    return { line, is: 'broken', amountFen, sentence, ...unknown }
  })
  const lines = [...read, ...broken].toSorted((a, b) => a.line - b.line)
  return {
    id: newId(),
    fileName: given.fileName,
    sha256: createHash('sha256').update(given.bytes).digest('hex'),
    encoding: file.encoding,
    at: clock.now().toISOString(),
    by,
    columns: [...file.columns],
    sumFen: [...file.lines, ...file.broken].reduce((sum, { amountFen = 0 }) => sum + amountFen, 0),
    totals: totalsOf(lines),
    lines,
  }
}

/** The file with its report, each new line, and the settlement of those that were booked. */
async function keep(tx: Tx, { agencyId, by }: Booker, report: PaymentReport, settled: readonly Settled[]) {
  const { id, fileName, sha256, encoding, at } = report
  await tx.query({
    text: `INSERT INTO app.payment_files (id, agency_id, file_name, sha256, encoding, report, imported_at, imported_by)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [id, agencyId, fileName, sha256, encoding, JSON.stringify(report), at, by],
  })
  const fresh = settled.filter(({ is }) => is !== 'known' && is !== 'broken')
  const lines = fresh.map(({ told, is, sentence, caseId = null, partyId = null }): LineToKeep => {
    return { id: newId(), told, cameTo: is, sentence, caseId, partyId }
  })
  await insertLines(tx, { agencyId, fileId: id, lines })
  const booked = lines.filter(({ cameTo }) => isBooked(cameTo))
  const settlements = booked.map(({ id: lineId, caseId, partyId }) => {
    return { lineId, round: 1, does: 'book' as const, caseId, partyId, words: '', by, at }
  })
  await insertSettlements(tx, settlements)
}
