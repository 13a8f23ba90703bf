import { useState } from 'react'
import type { PrintablePaper } from '#contract/prints.ts'
import { type ChosenPaper, chosenPaper } from '../../lib/use-print.ts'

/** What is to be printed together, in the order in which it was chosen; another list or search keeps it. */
export function useChosenPapers() {
  const [chosen, setChosen] = useState<readonly ChosenPaper[]>([])
  const toggle = (paper: PrintablePaper) =>
    setChosen((all) => {
      const others = all.filter((each) => each.paper.id !== paper.id)
      return others.length < all.length ? others : [...all, chosenPaper(paper)]
    })
  const add = (papers: readonly PrintablePaper[]) =>
    setChosen((all) => {
      const known = new Set(all.map(({ paper }) => paper.id))
      return [...all, ...papers.filter(({ id }) => !known.has(id)).map(chosenPaper)]
    })
  const change = (changed: ChosenPaper) =>
    setChosen((all) => all.map((each) => (each.paper.id === changed.paper.id ? changed : each)))
  return { chosen, toggle, add, change, clear: () => setChosen([]) }
}
