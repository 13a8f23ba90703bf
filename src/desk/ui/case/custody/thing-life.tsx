import type { CaseAnswer } from '#contract/cases.ts'
import { MOVEMENTS } from '#domain/custody/movement.ts'
import { quantityText } from '#domain/custody/quantity.ts'
import { FATE_TITLES, type Move, type Thing } from '#domain/custody/thing.ts'
import { shortDay } from '../../../lib/office-time.ts'

/** The life of a thing as a line: since when, from whose hand to whose, by which paper. */
export function ThingLife({ answer, thing }: { readonly answer: CaseAnswer; readonly thing: Thing }) {
  return (
    <ol className="thing-life" aria-label={`${thing.name}的经历`}>
      <li>
        <b>{shortDay(thing.listedOn)}</b>
        <span>
          登记 {quantityText(thing.amount)}
          {thing.unit}
          {thing.shelf && `，${thing.shelf}`}
          <Paper answer={answer} id={thing.document} />
        </span>
      </li>
      {thing.life.map((move, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a life only grows, and two portions may move in one act
        <li key={index}>
          <b>{shortDay(move.on)}</b>
          <span>
            {MOVEMENTS[move.movement].title} {quantityText(move.amount)}
            {thing.unit}
            {move.fate && `：${FATE_TITLES[move.fate]}`}
            {move.shelf && `，${move.shelf}`}
            <Hands answer={answer} move={move} />
            <Paper answer={answer} id={move.document} />
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A decision is nobody's hand-over. */
function Hands({ answer: { people }, move: { movement, given, received } }: HandsProps) {
  const { leaves, toPlace } = MOVEMENTS[movement]
  if (!leaves && toPlace === undefined) return null
  const from = given ? (people[given] ?? given) : ''
  const to = received ? (people[received] ?? received) : ''
  return <small>{to ? `${from} 交 ${to}` : from}</small>
}

type HandsProps = { readonly answer: CaseAnswer; readonly move: Move }

function Paper({ answer, id }: { readonly answer: CaseAnswer; readonly id: string | undefined }) {
  const paper = answer.documents.find((document) => document.id === id)
  return paper ? (
    <small>
      《{paper.title}》{paper.number}
    </small>
  ) : null
}
