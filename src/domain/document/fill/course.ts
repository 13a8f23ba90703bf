import type { DocumentData } from '../merge-data.ts'
import { dateIn, type Filling, textIn } from './filling.ts'
import { allOf, citation, newestOf, openedOnOf } from './issued-documents.ts'
import { officersOf } from './people-blocks.ts'
import { violationsOf } from './violation-blocks.ts'
import { dateInWords, listed, paragraphsOf } from './wording.ts'

type Section = DocumentData['sections'][number]

/** A section with its fixed place; none when there is nothing to say. */
export function section(id: NonNullable<Section['id']>, title: string, paragraphs: readonly string[]): Section[] {
  const said = paragraphs.filter((text) => text !== '')
  return said.length === 0 ? [] : [{ id, title, paragraphs: said }]
}

/** 案件来源及调查经过. */
export function courseSection(filling: Filling): Section[] {
  const told = [foundSentence(filling), openedSentence(filling), investigated(filling)]
  return section('course', '案件来源及调查经过', told)
}

/** 查明的事实, as the report or the notice last stated them. */
export function factsSection({ root }: Filling): Section[] {
  const corrected = root.facts.case['correction-done'] === true ? ['当事人已经改正违法行为。'] : []
  return section('facts', '查明的事实', [...paragraphsOf(textIn(root, 'facts-found')), ...corrected])
}

function foundSentence(filling: Filling): string {
  const { root } = filling
  const source = textIn(root, 'source')
  const foundOn = dateInWords(dateIn(root, 'found-on'))
  const causes = listed([...new Set(violationsOf(filling).map((item) => item.cause))])
  const origin = source ? `本案来源于${source}。` : ''
  return causes ? `${origin}${foundOn && `${foundOn}，`}本机关发现当事人涉嫌${causes}。` : origin
}

function openedSentence(filling: Filling): string {
  const openedOn = openedOnOf(filling)
  const number = filling.state.number
  if (!openedOn) return ''
  return `${dateInWords(openedOn)}，经机关负责人批准，本机关对本案立案调查${number ? `（${number}）` : ''}。`
}

function investigated(filling: Filling): string {
  const { state } = filling
  const records = ['inquiry-record', 'scene-record'].flatMap((code) => allOf(state, code))
  const made = listed(records.map((doc) => `${dateInWords(doc.issuedOn)}制作${citation(doc)}`))
  const officers = listed(
    officersOf(filling).map(({ name, certificate }) => (certificate ? `${name}（执法证号${certificate}）` : name)),
  )
  const ended = newestOf(state, 'investigation-report')?.issuedOn
  const how = made ? `调查期间，执法人员${officers}出示执法证件，依法进行调查，于${made}，并收集有关证据。` : ''
  return ended ? `${how}${dateInWords(ended)}，本案调查终结。` : how
}
