import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { choicesOf, issueChosen } from './chosen-papers.ts'
import { completePapers } from './complete-papers.ts'
import { fillAll, fillAtEnd, LETTERHEAD, plainWords } from './filled-documents.ts'
import { LawOffice } from './law-office.ts'
import { SCENARIOS } from './scenarios/gate-scenarios.ts'
import { walkSteps } from './walk-path.ts'
import { walkable } from './walkable-paths.ts'

/** A paper as the fillers fill it, and the procedure whose step made it out; the archive draws what has none. */
export type DrawnPaper = { readonly data: DocumentData; readonly from: string }

const AGENCY: AgencyBlock = {
  ...LETTERHEAD,
  payee: { name: '青石区财政局（虚构）', bank: '某银行青石支行', account: '0000 0000 0000 0000' },
}
/** So many of a kind are looked at; the fullest is shown. */
const ENOUGH = 4

/** For each kind of document that some step makes out: the fullest of those that the cases of the tests have. */
export function drawnPapers(): ReadonlyMap<string, DrawnPaper> {
  const found = new Map<string, DrawnPaper[]>()
  for (const office of toldOffices()) gather(found, office)
  // What only a walk makes out is filled by words that say little, so it stands behind what is told.
  const walked = new Map<string, DrawnPaper[]>()
  for (const { data, from } of completed((code) => !found.has(code))) walked.set(data.document.code, [{ data, from }])
  for (const office of walkedOffices()) gather(walked, office, (code) => !found.has(code))
  const told = new Map([...walked, ...found])
  for (const { data, from } of chosen((code) => !told.has(code))) told.set(data.document.code, [{ data, from }])
  return new Map([...told].map(([code, papers]) => [code, fullest(papers)]))
}

function gather(found: Map<string, DrawnPaper[]>, office: LawOffice, isWanted = (_code: string) => true): void {
  const lacks = (code: string) => isWanted(code) && (found.get(code)?.length ?? 0) < ENOUGH
  const codes = new Set(office.case.documents.map(({ code }) => code).filter(lacks))
  const papers = codes.size > 0 ? fillAll(office, AGENCY).filter(({ document }) => codes.has(document.code)) : []
  for (const data of [...papers, ...atEnd(office).filter(({ document }) => lacks(document.code))]) {
    const { code } = data.document
    found.set(code, [...(found.get(code) ?? []), { data, from: procedureOf(office, code) }])
  }
}

function atEnd(office: LawOffice): readonly DocumentData[] {
  const { endedOn, things = [] } = office.case
  return [
    ...(endedOn === undefined ? [] : [fillAtEnd(office, 'dossier-cover')]),
    ...(things.some(({ life }) => life.length > 1) ? [fillAtEnd(office, 'custody-sheet')] : []),
  ]
}

function procedureOf({ case: { documents, runs } }: LawOffice, code: string): string {
  const document = documents.find((paper) => paper.code === code)
  const run = runs.find(({ id }) => id === document?.run)
  return PROCEDURES.get(`${run?.procedure}@${run?.version}`)?.title ?? '归档'
}

const fullest = (papers: readonly DrawnPaper[]): DrawnPaper =>
  papers.reduce((best, paper) => (plainWords(paper.data).length > plainWords(best.data).length ? paper : best))

/** The cases in which a gate refuses: told in words, and lawful up to there. */
function* toldOffices(): Generator<LawOffice> {
  for (const { run } of Object.values(SCENARIOS)) {
    const office = new LawOffice()
    try {
      run(office)
    } catch {
      // Another gate stood in its place; what was done before it was done.
    }
    if (office.state) yield office
  }
}

function* completed(isWanted: (code: string) => boolean): Generator<DrawnPaper> {
  for (const procedure of PROCEDURES.values())
    for (const { data } of completePapers(procedure, (_office, code) => isWanted(code)))
      yield { data, from: procedure.title }
}

/** What no step makes out by itself, once each, in a case in which somebody chose it. */
function* chosen(isWanted: (code: string) => boolean): Generator<DrawnPaper> {
  for (const choice of [...PROCEDURES.values()].flatMap(choicesOf)) {
    const data = isWanted(choice.paper) ? issueChosen(choice) : undefined
    if (data) yield { data, from: `${choice.procedure.title}，${choice.action.title}` }
  }
}

function* walkedOffices(): Generator<LawOffice> {
  for (const procedure of PROCEDURES.values()) for (const path of walkable(procedure)) yield* walkSteps(procedure, path)
}
