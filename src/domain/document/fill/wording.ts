import type { Term } from '../../calendar/deadline.ts'
import { parsePlainDate } from '../../calendar/plain-date.ts'
import { chineseNumeral } from '../../discretion/numeral.ts'
import { formatDate } from '../../form/format-fact.ts'

const UNITS: Record<Term['unit'], string> = {
  hour: '小时',
  'working-day': '个工作日',
  day: '日',
  month: '个月',
  year: '年',
}

/** A length of time as documents say it: 五个工作日. */
export function termInWords({ length, unit }: Term): string {
  return `${chineseNumeral(length)}${UNITS[unit]}`
}

/** The lines of a long text, as paragraphs. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The text with a full stop where it has no closing mark of its own; '' stays ''. */
export function sentence(text: string): string {
  const said = text.trim()
  return said === '' || /[。；！？：;!?:]$/u.test(said) ? said : `${withoutStop(said)}。`
}

/** The text as part of a sentence, its closing mark gone. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[。；;.，,]+$/u, '')
}

/** 2026年6月3日, or '' for what is no date. */
export function dateInWords(date: string | undefined): string {
  return date !== undefined && parsePlainDate(date) ? formatDate(date) : ''
}

/** The full title of a law, as letters must name it: 《行政处罚法》 → 《中华人民共和国行政处罚法》. */
export function fullBasis(basis: string): string {
  return basis.replace(/《(行政(?:处罚|许可|强制|复议|诉讼)法)》/gu, '《中华人民共和国$1》')
}

export function listed(items: readonly string[]): string {
  return items.filter((item) => item !== '').join('、')
}

type Dialogue = {
  readonly opening: readonly string[]
  readonly turns: readonly { readonly speaker: string; readonly text: string }[]
}
const TOLD = /^告知[：:]\s*/u
const TURN = /^(问|答)[：:]\s*(.*)$/u

/** 问：…… 答：…… as turns; what stands before the first question is what was told beforehand. */
export function dialogueOf(text: string): Dialogue {
  const opening: string[] = []
  const turns: { speaker: string; text: string }[] = []
  for (const line of paragraphsOf(text)) {
    const [, speaker, said = ''] = TURN.exec(line) ?? []
    const last = turns.at(-1)
    if (speaker) turns.push({ speaker, text: said })
    else if (last) last.text += line
    else opening.push(line.replace(TOLD, ''))
  }
  return { opening, turns }
}
