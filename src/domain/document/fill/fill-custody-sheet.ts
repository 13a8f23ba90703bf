import { findRun } from '../../case/state.ts'
import { inCustody } from '../../custody/ledger.ts'
import { MOVEMENTS } from '../../custody/movement.ts'
import { quantityText } from '../../custody/quantity.ts'
import { FATE_TITLES, type Move, type Thing } from '../../custody/thing.ts'
import { getProcedure } from '../../procedure/procedures.ts'
import type { ThingLifeBlock } from '../merge-blocks.ts'
import { type Filler, type Filling, nameOf } from './filling.ts'
import { titleOf } from './issued-documents.ts'

/** 涉案物品清单和流转表: every thing that was taken in the case, what happened to it by whose hands, and by which paper. */
export const fillCustodySheet: Filler = (filling) => ({
  thingLives: (filling.state.things ?? []).map((thing, index) => lifeOf(filling, thing, index + 1)),
})

function lifeOf(filling: Filling, thing: Thing, no: number): ThingLifeBlock {
  const { name, spec, seal, unit, amount, shelf, document, listedOn, life } = thing
  const listed = { on: listedOn, what: '登记', amount: `${quantityText(amount)}${unit}`, hands: shelf }
  const rest = inCustody(thing)
  return {
    no,
    name: [name, spec].filter(Boolean).join('，'),
    seal,
    measure: measureOf(filling, thing),
    rest: rest === 0 ? '已经全部离开保管' : `还在保管 ${quantityText(rest)}${unit}`,
    life: [
      { ...listed, paper: paperOf(filling, document) },
      ...life.map((move) => ({
        on: move.on,
        what: [MOVEMENTS[move.movement].title, move.fate && FATE_TITLES[move.fate]].filter(Boolean).join('：'),
        amount: `${quantityText(move.amount)}${unit}`,
        hands: handsOf(filling, move),
        paper: paperOf(filling, move.document),
      })),
    ],
  }
}

function measureOf({ env, state }: Filling, { run: id }: Thing): string {
  const run = findRun(state, id)
  return run ? getProcedure(env.procedures, run.procedure, run.version).title : ''
}

/** A decision is nobody's hand-over; somebody from outside stands in words. */
function handsOf(filling: Filling, { movement, given, received, shelf = '' }: Move): string {
  const { leaves, toPlace } = MOVEMENTS[movement]
  if (!leaves && toPlace === undefined) return ''
  const to = received === undefined ? '' : nameOf(filling, received) || received
  const hands = [nameOf(filling, given), to].filter(Boolean).join(' 交 ')
  return [hands, shelf].filter(Boolean).join('，')
}

function paperOf({ state }: Filling, id: string | undefined): string {
  const document = state.documents.find((each) => each.id === id)
  return document ? `《${titleOf(state, document)}》${document.number ?? ''}` : ''
}
