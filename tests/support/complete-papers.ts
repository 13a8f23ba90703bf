import type { Run } from '#domain/case/state.ts'
import type { AgencyBlock, DocumentData } from '#domain/document/merge-data.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import type { Action, AnyProcedure } from '#domain/procedure/definition.ts'
import { fillAll, LETTERHEAD } from './filled-documents.ts'
import type { LawOffice } from './law-office.ts'
import { EVIDENCE } from './penalty-steps.ts'
import { ACTORS, overridesOf, plausibleFacts, prepare, walkSteps } from './walk-path.ts'
import { walkable } from './walkable-paths.ts'
import { withGates } from './with-gates.ts'

type Drawn = { readonly action: string; readonly data: DocumentData }

const UNGATED = withGates(() => false)
const AGENCY: AgencyBlock = {
  ...LETTERHEAD,
  payee: { name: '青石区财政局（虚构）', bank: '某银行青石支行', account: '0000 0000 0000 0000' },
}
const isListed = (office: LawOffice, code: string) => findDocumentKind(code, office.today)?.template === 'listed'

/** Which papers are looked for. */
type Wanted = (office: LawOffice, code: string) => boolean

/**
 * Every paper that is wanted, else of the common layout, that an act of the procedure issues here, filled in where the act was told everything that it asks.
 * What went into another case has its papers there and is left out.
 */
export function* completePapers(procedure: AnyProcedure, isWanted: Wanted = isListed): Generator<Drawn> {
  const done = new Set<string>()
  for (const path of walkable(procedure))
    for (const office of walkSteps(procedure, path))
      for (const drawn of papersAt(office, procedure, done, isWanted)) {
        done.add(drawn.action)
        yield drawn
      }
}

function papersAt(
  office: LawOffice,
  procedure: AnyProcedure,
  done: ReadonlySet<string>,
  isWanted: Wanted,
): readonly Drawn[] {
  const run = office.case.runs.findLast((item) => item.procedure === procedure.code && !item.endedOn)
  const listed = ({ issues = [] }: Pick<Action, 'issues'>) => issues.filter((code) => isWanted(office, code))
  const actions = Object.entries((run && procedure.stages[run.stage]?.actions) ?? {})
  const here = actions.filter(([name, action]) => isOfThisCase(action) && !done.has(name) && listed(action).length > 0)
  const opened = done.has('') ? [] : newest(office, '', listed(procedure.opening ?? {}))
  return [
    ...opened,
    ...here.flatMap(([name, action]) => {
      const after = run && take(office, run, procedure, name)
      return after ? newest(after, name, listed(action)) : []
    }),
  ]
}

const isOfThisCase = ({ joins, splits }: Action): boolean => joins === undefined && splits === undefined

function newest(office: LawOffice, action: string, codes: readonly string[]): readonly Drawn[] {
  const all = codes.length > 0 ? fillAll(office, AGENCY) : []
  return codes.flatMap((code) => {
    const data = all.findLast(({ document }) => document.code === code)
    return data ? [{ action, data }] : []
  })
}

/** The office after the act, with everything said that it asks and no gate to judge it; nothing where it cannot be done yet. */
function take(from: LawOffice, { id }: Run, procedure: AnyProcedure, name: string): LawOffice | undefined {
  const key = `${procedure.code}/${name}`
  const office = from.copy({ procedures: UNGATED })
  try {
    prepare(key, office)
  } catch {
    return undefined
  }
  const stage = office.case.runs.find((run) => run.id === id)?.stage ?? ''
  const action = procedure.stages[stage]?.actions[name]
  if (!action) return undefined
  const facts = plausibleFacts(office, procedure, action, overridesOf(key, office), true)
  const [role = 'handler'] = [action.by].flat()
  const evidence = action.adds === 'evidence' ? [EVIDENCE] : []
  const scenes = office.unrecorded(id, name, facts)
  const decision = office.do(ACTORS[role], { type: 'take', run: id, action: name, facts, evidence, scenes })
  if (!decision.ok) return undefined
  office.agreeAll(...(action.approval ?? []).map((approver) => ACTORS[approver]))
  return office
}

/** Papers of the common layout that acts of the procedure issue in their own case, as action/code. */
export function issuedOf({ opening, stages }: AnyProcedure, office: LawOffice): readonly string[] {
  const actions = Object.values(stages).flatMap((stage) => Object.entries(stage.actions))
  const all: readonly (readonly [string, Pick<Action, 'issues'>])[] = [
    ['', opening ?? {}],
    ...actions.filter(([, action]) => isOfThisCase(action)),
  ]
  const named = all.flatMap(([name, { issues = [] }]) => issues.map((code) => ({ name, code })))
  return named.filter(({ code }) => isListed(office, code)).map(({ name, code }) => `${name}/${code}`)
}

/** Fields of the form that stay empty. */
export function blankFields({ document, rows, facts }: DocumentData): readonly string[] {
  const fields = findDocumentKind(document.code, document.issuedOn)?.fields ?? []
  return fields.filter((field) => !facts[field] && !rows.some(({ label, text }) => label === field && text !== ''))
}
