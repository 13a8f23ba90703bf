import { addYears, type PlainDate } from '../calendar/plain-date.ts'
import { chineseNumeral } from '../discretion/numeral.ts'
import { formatDate, formatFact } from '../form/format-fact.ts'
import { type Act, type EarlierAct, isSameMatter } from './earlier-acts.ts'
import type { Hint, HintLine } from './hint.ts'

/** The same unlawful act is not fined twice (处罚法第二十九条); whether it is the same one, people judge. */
export function repeatedHint(act: Act, earlier: readonly EarlierAct[]): Hint | undefined {
  const fined = earlier.filter((before) => before.result === 'fined' && isSameMatter(act, before))
  if (fined.length === 0) return undefined
  const isSame = fined.some(({ endedOn }) => endedOn === undefined || endedOn === act.endedOn)
  return {
    code: 'repeated',
    tone: 'care',
    title: '是不是同一个违法行为',
    sentence: isSame
      ? `“${act.cause}”已经罚过款，行为时间相同或者不明；是同一个违法行为的，不得再罚款`
      : `当事人因同一种行为罚过款，行为时间不同；请核对不是同一个违法行为`,
    basis: '《行政处罚法》第二十九条',
    lines: fined.map(lineOf),
  }
}

type Term = { readonly years: number; readonly today: PlainDate }

/** Decisions by which the act of today is not the first one: since so many years before it, that day included. */
export function earlierInTerm(act: Act, earlier: readonly EarlierAct[], { years, today }: Term): readonly EarlierAct[] {
  const since = addYears(act.endedOn ?? today, -years)
  return earlier.filter(({ decidedOn, ...before }) => decidedOn >= since && isSameMatter(act, before))
}

/** Whether it is a first offence, which may go without a penalty (处罚法第三十三条第一款后段). */
export function firstOffenceHint(act: Act, earlier: readonly EarlierAct[], term: Term): Hint {
  const found = earlierInTerm(act, earlier, term)
  const years = `${chineseNumeral(term.years)}年内`
  const basis = '《行政处罚法》第三十三条第一款' as const
  if (found.length === 0)
    return {
      code: 'first-offence',
      tone: 'plain',
      title: '初次违法',
      sentence: `${years}没有查到当事人因“${act.cause}”受处罚或者首违不罚的记录；外地机关没有公示的查不到`,
      basis,
    }
  return {
    code: 'first-offence',
    tone: 'care',
    title: '不是初次违法',
    sentence: isOwn(found)
      ? `${years}当事人因“${act.cause}”已有 ${found.length} 件，不能以初次违法为由不予处罚`
      : `${years}其他机关公示当事人因“${act.cause}”受过处罚，请核对是不是初次违法`,
    basis,
    lines: found.map(lineOf),
  }
}

function isOwn(found: readonly EarlierAct[]): boolean {
  return found.some(({ caseId }) => caseId !== undefined)
}

const RESULTS: Readonly<Record<EarlierAct['result'], string>> = {
  fined: '罚款',
  penalised: '处罚（没有罚款）',
  'spared-first': '初次违法，不予处罚',
}

function lineOf({ decidedOn, result, fineFen, agency, number, caseName, caseId }: EarlierAct): HintLine {
  const fine = fineFen === undefined ? '' : formatFact({ kind: 'money' }, fineFen)
  const text = [formatDate(decidedOn), agency, number ?? '', caseName, `${RESULTS[result]}${fine && ` ${fine}`}`]
  return { text: text.filter((word) => word !== '').join('，'), ...(caseId && { caseId }) }
}
