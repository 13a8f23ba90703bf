import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { PrintAnswer, PrintablePaper } from '#contract/prints.ts'
import { countOn } from '#domain/print/copies.ts'
import { lastPrintOn, type PrintPaper } from '#domain/print/print-paper.ts'
import { announce } from './announce.ts'
import { attemptKeys } from './attempt-key.ts'
import { errorsOf } from './case/errors-of.ts'
import { NO_ERRORS } from './case/map-errors.ts'
import { newKey } from './new-key.ts'
import { PRINTS_KEY, sendPrint } from './prints-query.ts'
import { ProblemError } from './problem-error.ts'

/** A paper that was chosen, with what is typed beside it; as many as its kind needs until somebody types another number. */
export type ChosenPaper = { readonly paper: PrintablePaper; readonly copies?: string; readonly reason: string }
export type Sides = 'one' | 'two'
export type How = { readonly sides: Sides; readonly on: PrintPaper }

export const chosenPaper = (paper: PrintablePaper): ChosenPaper => ({ paper, reason: '' })

/** What stands in the field for the number of copies. */
export const copiesTyped = ({ paper, copies }: ChosenPaper, on: PrintPaper): string =>
  copies ?? String(countOn(paper.copies, on))

/** Fields of a chosen paper as the server names them. */
export const printField = (index: number, name: 'copies' | 'reason' | 'document'): string => `papers/${index}/${name}`

/** Writes down a print of the chosen papers; what comes back leads to the file. One key for all tries of one order. */
export function usePrint() {
  const [errors, setErrors] = useState(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const [ready, setReady] = useState<PrintAnswer>()
  const keys = useRef(attemptKeys(newKey))
  const queries = useQueryClient()
  const print = async (chosen: readonly ChosenPaper[], { sides, on }: How): Promise<boolean> => {
    const input = { papers: chosen.map((each) => orderOf(each, on)), sides, paper: on }
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const answer = await sendPrint(input, { key: keys.current.keyFor(JSON.stringify(input)) })
      keys.current.settled()
      setReady(answer)
      announce(`打印件已备好：${answer.papers} 种文书，${answer.copies} 份`)
      return true
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status !== 0) keys.current.settled()
      setErrors(
        errorsOf(
          error,
          chosen.flatMap((_, index) => fieldsAt(index)),
        ),
      )
      return false
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: PRINTS_KEY })
    }
  }
  const forget = () => {
    setReady(undefined)
    setErrors(NO_ERRORS)
  }
  return { print, errors, isBusy, ready, forget }
}

const fieldsAt = (index: number) => (['copies', 'reason', 'document'] as const).map((name) => printField(index, name))

/** A reason that was typed for other paper, where it is the first print on this, is left out. */
function orderOf(chosen: ChosenPaper, on: PrintPaper) {
  const { paper, reason } = chosen
  const isAgain = reason !== '' && lastPrintOn(paper, on)
  return { document: paper.id, copies: Number(copiesTyped(chosen, on)), ...(isAgain && { reason }) }
}
