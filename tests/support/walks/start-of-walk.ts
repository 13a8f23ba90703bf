import { rootRun } from '#domain/case/state.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { LawOffice, valuesWith } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { ALL_MUST } from '../recording-lists.ts'
import { walkSteps } from '../walk-path.ts'
import { walkable } from '../walkable-paths.ts'

/** Every moment on every shortest way through a procedure; made once, and each walk goes on with a copy. */
const MOMENTS = new Map<string, readonly LawOffice[]>()

function momentsOf(procedure: AnyProcedure): readonly LawOffice[] {
  const known = MOMENTS.get(procedure.code)
  if (known) return known
  const moments = walkable(procedure).flatMap((path) => [...walkSteps(procedure, path)].map((office) => office.copy()))
  const open = moments.filter(({ case: { endedOn } }) => endedOn === undefined)
  MOMENTS.set(procedure.code, open)
  return open
}

/** A penalty shortly before its decision, with what makes review, panel and hearing necessary or not. */
function penaltyBeforeDecision(bit: (place: number) => boolean): LawOffice {
  const office = new LawOffice()
  steps.fileCase(office)
  steps.investigate(office, { 'public-interest': bit(0), 'is-major': bit(1) })
  return steps.reach(office, bit(3) ? 'statement' : 'drafting', bit(2) ? steps.HEAVY_NOTICE : steps.NOTICE)
}

function penaltyMoment(seed: number): LawOffice {
  const key = `penalty-${seed % 16}`
  const known = MOMENTS.get(key) ?? [penaltyBeforeDecision((place) => (seed >> place) % 2 === 1)]
  MOMENTS.set(key, known)
  return known[0] as LawOffice
}

/** Where the walk of this seed begins: a case in which the procedure runs, at any of its stages; every third office records everything. */
export function startOfWalk(procedure: AnyProcedure, seed: number): LawOffice {
  const moments = momentsOf(procedure)
  const isDeep = procedure.code === 'penalty-ordinary' && seed % 2 === 0
  const at = isDeep ? penaltyMoment(seed >> 1) : moments[seed % moments.length]
  if (!at) throw new Error(`${procedure.code} begins nowhere`)
  const office = at.copy({ recordingList: Math.floor(seed / 2) % 3 === 0 ? ALL_MUST : [] })
  if (isApart(office, seed)) office.parameters = valuesWith({ 'licence.separate-people': true })
  return office
}

/** In some places who takes in, who examines and who hands out are different people; not where one hand has done it all before. */
function isApart({ case: state }: LawOffice, seed: number): boolean {
  const isHandedOut = state.documents.some(({ code }) => code === 'licence-certificate')
  return rootRun(state).procedure === 'licence' && seed % 4 === 1 && !isHandedOut
}
