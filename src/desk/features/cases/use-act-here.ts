import { useEffect, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { defaultAct } from '../../lib/case/default-act.ts'
import { keyOfOffer } from '../../lib/case/sort-offers.ts'

/**
 * The act whose form stands in the middle: the one that was chosen or lies nearest. One that has been typed into stays although
 * the case has moved on and no longer offers it, until its words are put away; otherwise they would vanish under the typist.
 */
export function useActHere(answer: CaseAnswer, act: string | undefined) {
  const [held, setHeld] = useState<Offer>()
  const heldKey = held && keyOfOffer(held)
  const key = act ?? heldKey ?? defaultAct(answer)
  const offered = answer.offers.find((item) => keyOfOffer(item) === key)
  const open = offered?.isYours && offered.refusals.length === 0 ? offered : undefined
  const isGone = !open && heldKey !== undefined && heldKey === key
  useEffect(() => {
    if (act && act !== heldKey) setHeld(undefined)
  }, [act, heldKey])
  return { offer: isGone ? held : open, isGone, hold: setHeld }
}
