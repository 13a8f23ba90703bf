import type { Move, Thing } from '../custody/thing.ts'
import type { EventOf } from './event.ts'

/** The things of the case after one more list or movement; a life only grows. */
export function evolveThings(
  things: readonly Thing[],
  event: EventOf<'things-listed'> | EventOf<'things-moved'>,
): readonly Thing[] {
  if (event.type === 'things-listed') return [...things, ...event.things.map((thing) => listed(thing, event))]
  return things.map((thing) => {
    const moves = event.portions.filter((portion) => portion.thing === thing.id)
    return moves.length === 0 ? thing : { ...thing, life: [...thing.life, ...moves.map((move) => moveOf(move, event))] }
  })
}

function listed(
  thing: EventOf<'things-listed'>['things'][number],
  { run, on, document }: EventOf<'things-listed'>,
): Thing {
  return { ...thing, run, listedOn: on, ...(document === undefined ? {} : { document }), life: [] }
}

function moveOf(
  { amount, fate }: EventOf<'things-moved'>['portions'][number],
  { seq, on, movement, shelf, document, given, received }: EventOf<'things-moved'>,
): Move {
  return {
    seq,
    on,
    movement,
    amount,
    given,
    ...(fate === undefined ? {} : { fate }),
    ...(shelf === undefined ? {} : { shelf }),
    ...(document === undefined ? {} : { document }),
    ...(received === undefined ? {} : { received }),
  }
}
