import { normalText } from './normal-text.ts'
import { isSurname, surnameAt } from './surnames.ts'

/** Somebody who may be a natural person and is in no list of the case: for the reader to judge, never replaced by itself. */
export type NameSuggestion = {
  readonly start: number
  readonly end: number
  readonly name: string
  /** The word that announced the name, such as 证人. */
  readonly context: string
}

const TITLES =
  '当事人|被处罚人|申请人|法定代表人|负责人|经营者|业主|店主|店长|投诉人|举报人|证人|见证人|被询问人|委托代理人|受害人|被害人|消费者|顾客|员工|职工|工人|雇员|店员|司机|驾驶员|联系人|收货人|签收人|家属|父亲|母亲|丈夫|妻子|儿子|女儿|患者|学生'
const ANNOUNCED = new RegExp(`(${TITLES})(?:姓名)?(?:[：:为是、]|名叫|叫)?\\s*(?=(\\p{Script=Han}{2,4}))`, 'gu')
// A name ends where a sentence goes on.
const GOES_ON = new Set(
  '在于与和及的是为对将已曾等向从到说称述系把被让给由因以之其所有未不也则均共并或经用去来做作后前时当中上下内外到场签提证陈反现电住',
)
const AFTER_SURNAME = '某'
const SHORTEST = 2

/** Names in typical places of a free text, by surname; those that the redaction has replaced are not there any more. */
export function suggestNames(source: string, known: readonly string[] = []): readonly NameSuggestion[] {
  const { text, at } = normalText(source)
  return [...text.matchAll(ANNOUNCED)].flatMap((match) => {
    const [whole, context = '', rest = ''] = match
    const name = nameIn(rest)
    if (name === undefined || known.includes(name)) return []
    const from = match.index + whole.length
    return [{ start: at[from] ?? 0, end: at[from + name.length] ?? source.length, name, context }]
  })
}

/** Surname and one or two characters, up to where the sentence goes on. */
function nameIn(rest: string): string | undefined {
  const surname = surnameAt(rest)
  if (surname === undefined) return undefined
  const given = [...rest.slice(surname.length)].slice(0, 2)
  const end = given.findIndex((character) => GOES_ON.has(character) || character === AFTER_SURNAME)
  const name = surname + given.slice(0, end < 0 ? given.length : end).join('')
  if (name.includes(AFTER_SURNAME) || [...name].length < SHORTEST || isSurname(name)) return undefined
  return name
}
