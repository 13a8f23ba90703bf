import { refuseAnyRole } from '../access/acting.ts'
import { actionsOf, findAction } from '../procedure/actions-of.ts'
import type { Action, AnyProcedure } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { type CaseCommand, type Decision, refused } from './command.ts'
import { asksOf, subjectsOf } from './concerned.ts'
import { decideApproval } from './decide-approval.ts'
import { takeEffect } from './effects.ts'
import type { Environment, Person } from './environment.ts'
import { readFacts } from './read-facts.ts'
import type { Refusal } from './refusal.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { refuseByRule } from './rules.ts'
import { readSceneWords } from './scene-words.ts'
import { type CaseState, type Facts, findRun, type Run, type SceneWord } from './state.ts'
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

function decideTake(
  env: Environment,
  state: CaseState,
  run: Run,
  command: Extract<CaseCommand, { type: 'take' }>,
  actor: Person,
): Decision {
  const procedure = getProcedure(env.procedures, run.procedure, run.version)
  const action = findAction(procedure, run.stage, command.action)
  if (!action) return refused(notOffered(procedure, run, command.action))
  const forbidden = refuseAnyRole(action.by, actor, state, run)
  if (forbidden) return refused(forbidden)
  const subjects = subjectsOf(action, { state, run })
  const input = readFacts(procedure, asksOf(procedure, action, state), command.facts, run.facts, subjects)
  const strangers = refuseStrangers(env, procedure, input.facts)
  if (input.refusals.length > 0) return refused(...input.refusals, ...strangers)
  if (command.evidence.length > 0 && action.adds !== 'evidence') return refused(noEvidenceHere(action))
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
  return { ok: true, events: follow(view, action, input.facts, said.words) }
}

function follow(view: CaseView, action: Action, facts: Facts, scenes: readonly SceneWord[]) {
  const { env, state, run, actor, action: name, addedEvidence: evidence } = view
  const story = storyOf(env, state, actor.id)
  if (!action.approval) return takeEffect(story, { run: run.id, name, action, facts, evidence, scenes }).events
  const proposal = env.newId()
  const { approval } = action
  const proposed = { type: 'action-proposed', run: run.id, proposal, action: name, facts, evidence, approval } as const
  return tell(story, scenes.length > 0 ? { ...proposed, scenes } : proposed).events
}

function notOffered(procedure: AnyProcedure, run: Run, action: string): Refusal {
  const elsewhere = actionsOf(procedure).find(({ name }) => name === action)
  const here = procedure.stages[run.stage]?.title ?? run.stage
  const sentence = elsewhere
    ? `“${elsewhere.action.title}”在“${procedure.stages[elsewhere.stage]?.title}”环节办理，本案现在在“${here}”环节`
    : `“${procedure.title}”没有这项操作`
  return { gate: 'not-offered', basis: procedure.basis, sentence }
}

function noEvidenceHere(action: Action): Refusal {
  const sentence = `“${action.title}”不添加证据，请用“添加证据”`
  return { gate: 'input', basis: action.basis, sentence, field: 'evidence' }
}

function ended({ title, basis }: AnyProcedure): Refusal {
  return { gate: 'stale', basis, sentence: `“${title}”程序已经结束，不能再办理` }
}

function stale(sentence: string): Refusal {
  return { gate: 'stale', basis: '', sentence }
}
