import { refuseAnyRole } from '#domain/access/acting.ts'
import type { CaseCommand, RawFacts } from '#domain/case/command.ts'
import { decide } from '#domain/case/decide.ts'
import type { Environment, Person } from '#domain/case/environment.ts'
import { approvalsOf } from '#domain/case/offers.ts'
import { openRuns } from '#domain/case/open-runs.ts'
import { demandedScenes, isMet } from '#domain/case/scene-words.ts'
import { type CaseState, type Evidence, NO_FACTS, type Run } from '#domain/case/state.ts'
import type { Action, Role } from '#domain/procedure/definition.ts'
import { getProcedure } from '#domain/procedure/procedures.ts'
import { WORDS_ARE_ENOUGH } from '#domain/recording/scene-basis.ts'
import type { Chance } from './chance.ts'
import { likelyActions } from './likely-actions.ts'
import type { Plot } from './plot.ts'
import { type Mood, writeFacts } from './write-facts.ts'

export type Scene = {
  readonly env: Environment
  readonly state: CaseState
  readonly people: readonly Person[]
  readonly plot: Plot
  readonly chance: Chance
}
/** `isJoint`: it is about the other case as well, and names it. */
export type Move = { readonly who: Person; readonly command: CaseCommand; readonly isJoint: boolean }

const RETURNED = 0.05
const SUMS = ['50', '100', '200', '500', '1000', '2000', '5000', '10000', '20000', '50000', '100000', '200000']

/**
 * What an honest office does next: agree or give back what waits, else the step that leads on, else what it wants first. Each is
 * thought through in memory; nothing when only time helps.
 */
export function nextMove(scene: Scene): Move | undefined {
  return answerOf(scene) ?? actOf(scene)
}

function answerOf(scene: Scene): Move | undefined {
  const { env, state, people } = scene
  for (const who of people) {
    const waiting = approvalsOf(env, state, who).find(({ may }) => may.includes('agree'))
    if (waiting) return answerTo(scene, who, waiting)
  }
  return undefined
}

function answerTo({ env, state, chance }: Scene, who: Person, { run, proposal }: Waiting): Move {
  const isJoint = findProposal(state, { run, proposal })?.other !== undefined
  const agree = { type: 'agree', run, proposal, opinion: '同意。' } as const
  const back = { type: 'return', run, proposal, reason: '材料不够具体，请补充后重报。' } as const
  const isReturned = chance.happens(RETURNED) || !decide(isJoint ? env : alone(env), state, agree, who).ok
  return isReturned ? { who, command: back, isJoint: false } : { who, command: agree, isJoint }
}

type Waiting = { readonly run: string; readonly proposal: string }

function findProposal({ runs }: CaseState, waiting: Waiting) {
  return runs.find(({ id }) => id === waiting.run)?.proposals.find(({ id }) => id === waiting.proposal)
}

function alone({ other: _elsewhere, ...env }: Environment): Environment {
  return env
}

/** The newest procedure inside the case comes first: what was opened last is what the others wait for. */
function actOf(scene: Scene): Move | undefined {
  for (const run of openRuns(scene.state).toReversed()) {
    if (run.proposals.length > 0) continue
    for (const name of likelyActions(scene, run)) {
      const move = tryAction(scene, run, name)
      if (move) return move
    }
  }
  return undefined
}

function tryAction(scene: Scene, run: Run, name: string): Move | undefined {
  const { env, state, people, plot } = scene
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const action = procedure.stages[run.stage]?.actions[name]
  const who = action && people.find((person) => !refuseAnyRole(action.by, person, state, run))
  if (!action || !who || !canBeAgreed(action, people)) return undefined
  const ids = (role: Role) => people.filter(({ posts }) => posts.some((post) => post.role === role)).map(({ id }) => id)
  const asking = { ...action, asks: action.asks ?? [] }
  for (const mood of moodsFor(action, plot)) {
    const facts = writeFacts({ env, plot, procedure, state, run, ids }, asking, mood)
    const command = commandOf(scene, run, name, action, facts)
    if (decide(env, state, command, who).ok) return { who, command, isJoint: action.joins !== undefined }
  }
  return undefined
}

/** Nothing is proposed to a post that nobody holds. */
function canBeAgreed({ approval = [] }: Action, people: readonly Person[]): boolean {
  return approval.every((role) => people.some(({ posts }) => posts.some((post) => post.role === role)))
}

/** The sum that is thought of first, then all others; yes before no; what need not be written is left out first. */
function moodsFor({ asks = [] }: Action, { amount }: Plot): readonly Mood[] {
  if (asks.length === 0) return [{ yes: true, isFull: false, amount }]
  const sums = asks.includes('fine') ? [amount, ...SUMS] : [amount]
  return sums.flatMap((sum) =>
    [true, false].flatMap((yes) => [false, true].map((isFull) => ({ yes, isFull, amount: sum }))),
  )
}

function commandOf({ env, state }: Scene, run: Run, name: string, action: Action, facts: RawFacts): CaseCommand {
  const typed = { ...NO_FACTS, ...facts } as typeof NO_FACTS
  const shown = demandedScenes(env, action).filter(({ onlyIf }) => onlyIf.every((one) => isMet(one, typed)))
  const must = shown.filter(({ duty }) => duty === 'must').map(({ code }) => code)
  const free = shown.filter(({ code }) => !must.includes(code))
  const scenes = Object.fromEntries(free.map(({ code }) => [code, { reason: WORDS_ARE_ENOUGH }]))
  const evidence = action.adds === 'evidence' ? [evidenceOf(state)] : []
  return { type: 'take', run: run.id, action: name, facts, evidence, scenes }
}

function evidenceOf({ evidence }: CaseState): Evidence {
  const count = evidence.length + 1
  return { id: `evidence-${count}`, kind: '书证', title: `现场照片说明（${count}）`, source: '现场检查时拍摄' }
}
