import type { RawFacts, RawSceneWords } from '#domain/case/command.ts'
import type { Offer } from '#domain/case/offers.ts'
import { isMet } from '#domain/case/scene-words.ts'
import { NO_FACTS } from '#domain/case/state.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'

type Demanded = Pick<Offer['records'][number], 'code' | 'duty' | 'onlyIf'>

/** What an officer says who has recorded nothing: a reason for each scene that may have one, none for what must be recorded. */
export function unrecorded(records: readonly Demanded[], facts: RawFacts): RawSceneWords {
  const typed = { ...NO_FACTS, ...facts } as typeof NO_FACTS
  const shown = records.filter(({ onlyIf }) => onlyIf.every((one) => isMet(one, typed)))
  const must = shown.filter(({ duty }) => duty === 'must').map(({ code }) => code)
  const free = shown.filter(({ code }) => !must.includes(code))
  return Object.fromEntries(free.map(({ code }) => [code, { reason: WORDS_ARE_ENOUGH }]))
}
