import type { Filler, Filling } from './filling.ts'
import { textIn } from './filling.ts'
import { citation, newestOf } from './issued-documents.ts'
import { letterOf } from './letter.ts'
import { dateInWords, sentence } from './wording.ts'

const on = ({ document }: Filling): string => dateInWords(document.issuedOn)

/** 中止: the investigation stands still until what hinders it is gone. */
export const fillSuspension: Filler = letterOf((filling) => ({
  opening: [
    `本机关立案调查的${filling.state.name}，有下列情形：${sentence(textIn(filling.run, 'halt-ground'))}${sentence(textIn(filling.run, 'halt-reason'))}`,
    `本机关决定自${on(filling)}起中止调查。`,
  ],
  closing: ['中止调查的原因消除后，本机关将恢复调查，并书面告知你（单位）。'],
}))

export const fillResumption: Filler = letterOf((filling) => {
  const paper = newestOf(filling.state, 'suspension-decision', filling.party?.id)
  const cited = paper ? `${dateInWords(paper.issuedOn)}，本机关以${citation(paper)}决定中止调查` : '本机关决定中止调查'
  return {
    opening: [
      `${cited}。现中止的原因已经消除：${sentence(textIn(filling.run, 'resume-reason'))}`,
      `本机关决定自${on(filling)}起恢复对${filling.state.name}的调查。`,
    ],
  }
})

export const fillTermination: Filler = letterOf((filling) => ({
  opening: [
    `本机关立案调查的${filling.state.name}，有下列情形：${sentence(textIn(filling.run, 'termination-ground'))}${sentence(textIn(filling.run, 'termination-reason'))}`,
    `本机关决定自${on(filling)}起终止调查。`,
  ],
}))
