import { refuseAnyRole } from '../access/acting.ts'
import { actionsOf, findAction } from '../procedure/actions-of.ts'
import type { Action, AnyProcedure } from '../procedure/definition.ts'
import { asAsked } from '../procedure/papers-of.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { attached } from './attached.ts'
import { type CaseCommand, type Decision, refused, told } from './command.ts'
import { asksOf, subjectsOf } from './concerned.ts'
import { decideApproval } from './decide-approval.ts'
import { takeEffect } from './effects.ts'
import type { Environment, Person } from './environment.ts'
import { titleOfCase } from './other-case.ts'
import { readFacts } from './read-facts.ts'
import type { Refusal } from './refusal.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { refuseByRule } from './rules.ts'
import { readSceneWords } from './scene-words.ts'
import { type Attachment, type CaseState, type Facts, findRun, type Run, type SceneWord } from './state.ts'
import { storyOf, tell } from './story.ts'
import { type CaseView, viewOf } from './view.ts'

/** What a command leads to: the events that follow, or every reason why it may not be. Pure; nothing is looked up. */
export function decide(env: Environment, state: CaseState, command: CaseCommand, actor: Person): Decision {
  const run = findRun(state, command.run)
  if (!run) return refused(stale('本案没有这个程序'))
  if (run.endedOn || state.endedOn) return refused(ended(getProcedure(env.procedures, run.procedure, run.version)))
  return command.type === 'take'
    ? decideTake(env, state, run, command, actor)
    : decideApproval(env, state, run, command, actor)
}

type Take = Extract<CaseCommand, { type: 'take' }>

function decideTake(env: Environment, state: CaseState, run: Run, command: Take, actor: Person): Decision {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const action = findAction(procedure, run.stage, command.action)
  if (!action) return refused(notOffered(procedure, run, command.action))
  const forbidden = refuseAnyRole(action.by, actor, state, run)
  if (forbidden) return refused(forbidden)
  const subjects = subjectsOf(action, { state, run })
  const input = readFacts(
    asAsked(procedure, action),
    asksOf(procedure, action, state),
    command.facts,
    run.facts,
    subjects,
  )
  const strangers = refuseStrangers(env, procedure, input.facts)
  if (input.refusals.length > 0) return refused(...input.refusals, ...strangers)
  const misplaced = refuseFiles(action, command)
  if (misplaced) return refused(misplaced)
  const view = viewOf({
    env,
    state,
    run,
    actor,
    action: command.action,
    facts: input.facts,
    evidence: command.evidence,
  })
  const said = readSceneWords(view, action, command.scenes)
  const byRule = [...refuseByRule(view, action, 'input'), ...said.refusals]
  // A rule that speaks of the same field cites its article.
  const refusals = [...byRule, ...strangers.filter(({ field }) => !byRule.some((rule) => rule.field === field))]
  if (refusals.length > 0) return refused(...refusals)
  return follow(view, action, { facts: input.facts, scenes: said.words, attachments: command.attachments })
}

type Said = {
  readonly facts: Facts
  readonly scenes: readonly SceneWord[]
  readonly attachments: readonly Attachment[] | undefined
}

function follow(view: CaseView, action: Action, { scenes, attachments, ...typed }: Said): Decision {
  const { env, state, run, actor, action: name, addedEvidence: evidence } = view
  const story = storyOf(env, state, actor.id)
  const facts = namingOther(env, action, typed.facts)
  if (!action.approval) return told(takeEffect(story, { run: run.id, name, action, facts, evidence, scenes }))
  const proposal = env.newId()
  const { approval } = action
  const proposed = { type: 'action-proposed', run: run.id, proposal, action: name, facts, evidence, approval } as const
  const other = action.joins && env.other ? { other: { id: env.other.id, title: titleOfCase(env.other) } } : {}
  const more = { ...(scenes.length > 0 ? { scenes } : {}), ...other, ...attached(attachments) }
  return told(tell(story, { ...proposed, ...more }))
}

/** Papers name the other case by a fact that nobody types. */
function namingOther({ other }: Environment, { joins }: Action, facts: Facts): Facts {
  return joins && other ? { ...facts, case: { ...facts.case, [joins.as]: titleOfCase(other) } } : facts
}

function notOffered(procedure: AnyProcedure, run: Run, action: string): Refusal {
  const elsewhere = actionsOf(procedure).find(({ name }) => name === action)
  const here = procedure.stages[run.stage]?.title ?? run.stage
  const sentence = elsewhere
    ? `“${elsewhere.action.title}”在“${procedure.stages[elsewhere.stage]?.title}”环节办理，本案现在在“${here}”环节`
    : `“${procedure.title}”没有这项操作`
  return { gate: 'not-offered', basis: procedure.basis, sentence }
}

/** Files go to the evidence, or with what is proposed; elsewhere nobody would look for them. */
function refuseFiles(action: Action, { evidence, attachments = [] }: Take): Refusal | undefined {
  const { title, basis } = action
  if (evidence.length > 0 && action.adds !== 'evidence')
    return { gate: 'input', basis, sentence: `“${title}”不添加证据，请用“添加证据”`, field: 'evidence' }
  if (attachments.length === 0 || action.approval) return undefined
  return { gate: 'input', basis, sentence: `“${title}”不用审批，没有附件；文件请作为证据添加`, field: 'attachments' }
}

function ended({ title, basis }: AnyProcedure): Refusal {
  return { gate: 'stale', basis, sentence: `“${title}”程序已经结束，不能再办理` }
}

function stale(sentence: string): Refusal {
  return { gate: 'stale', basis: '', sentence }
}
