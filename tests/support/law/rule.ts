import type { Monitor } from '#domain/monitoring/device-approval.ts'
import type { CaseRecord, Paper } from './case-record.ts'

/** What a place has made of the law, and what is known there besides the case. */
export type Place = {
  /** 受理、审批、出证由不同人员办理. */
  readonly isApart?: boolean
  readonly monitors?: readonly Monitor[]
}

/** A sentence of law, and which events of a history break it. */
export type Rule = {
  readonly id: string
  readonly says: string
  readonly law: string
  readonly broken: (record: CaseRecord, place: Place) => readonly number[]
}

type Holds = (paper: Paper, record: CaseRecord, place: Place) => boolean

/** Of every paper of these kinds this holds. */
export function ofEach(codes: readonly string[], holds: Holds): Rule['broken'] {
  return (record, place) => record.issued(...codes).flatMap((paper) => (holds(paper, record, place) ? [] : [paper.seq]))
}

/** The same paper may come of several procedures; this is said of one of them. */
export function within(procedure: string, broken: Rule['broken']): Rule['broken'] {
  return (record, place) => {
    const ofIt = new Set(record.papers.filter(({ run }) => record.procedureOf(run) === procedure).map(({ seq }) => seq))
    return ofIt.size === 0 ? [] : broken(record, place).filter((seq) => ofIt.has(seq))
  }
}

/** None of these papers is made out before one of that kind, in the same run. */
export function after(codes: readonly string[], earlier: string): Rule['broken'] {
  return ofEach(codes, (paper, record) => record.before(paper, earlier) !== undefined)
}

/** None of these papers is made out before one of that kind has arrived. */
export function afterArrivalOf(codes: readonly string[], earlier: string): Rule['broken'] {
  return ofEach(codes, (paper, record) => hasReached(paper, record, earlier))
}

/** Everybody for whom the newest papers of the kind were made out has them. */
export function hasReached(paper: Pick<Paper, 'seq' | 'run' | 'party' | 'on'>, record: CaseRecord, code: string) {
  const newest = newestOf(paper, record, code)
  return newest.length > 0 && newest.every((one) => record.hasArrived(one, paper))
}

/** The newest of a kind before this paper, one for each party. */
export function newestOf(paper: Pick<Paper, 'seq' | 'run' | 'party'>, record: CaseRecord, code: string) {
  const parties = paper.party === undefined ? record.parties(paper.seq) : [paper.party]
  return parties.flatMap((party) => record.before({ ...paper, party }, code) ?? [])
}
