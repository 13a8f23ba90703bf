import { hasHandled, refuseAnyRole } from '../access/acting.ts'
import { SAN_XIANG_ZHI_DU } from '../recording/scene-basis.ts'
import { type SceneCode, sceneOf } from '../recording/scenes.ts'
import { type Decision, refused } from './command.ts'
import type { Environment, Person } from './environment.ts'
import { findScene, type SceneOfRun, sceneOfRun } from './find-scene.ts'
import type { Refusal } from './refusal.ts'
import { type SceneDebt, sceneDebts } from './scene-debts.ts'
import type { CaseState, ExceptionGround, Run } from './state.ts'

type OneAct = SceneOfRun & { readonly act: number }
export type ExceptionAsked = OneAct & { readonly ground: ExceptionGround; readonly reason: string }
export type ExceptionDecided = OneAct & { readonly granted: boolean; readonly opinion: string }

export const EXCEPTION_TITLES: Readonly<Record<ExceptionGround, string>> = {
  lost: '已经录制，后来灭失、损坏',
  impossible: '客观上无法录制',
}

/** Long enough to tell what happened and what was done about it. */
const SHORTEST_ACCOUNT = 20
const LONGEST_ACCOUNT = 2000
const SHORTEST_OPINION = 5
const LONGEST_OPINION = 500

/** Explains in writing why what must be recorded has no recording; the head of the agency decides whether that stands. */
export function decideAsking(env: Environment, state: CaseState, said: ExceptionAsked, actor: Person): Decision {
  const found = findScene(env, state, said, actor, '说明')
  if ('sentence' in found) return refused(found)
  const { run, code } = found
  const debt = debtOf(state, said)
  const reason = said.reason.trim()
  const wrong = refuseAsking(debt) ?? refuseLength('说明', reason, SHORTEST_ACCOUNT, LONGEST_ACCOUNT)
  if (wrong) return refuse(code, wrong)
  const { act, ground } = said
  return { ok: true, events: [{ type: 'exception-asked', run: run.id, scene: code, act, ground, reason }] }
}

/** The head of the agency lets the case go on without the recording, or not; who handled the case never decides on it. */
export function decideException(env: Environment, state: CaseState, said: ExceptionDecided, actor: Person): Decision {
  const found = sceneOfRun(env, state, said, '审批')
  if ('sentence' in found) return refused(found)
  const { run, code } = found
  const forbidden = refuseExcusing(actor, state, run)
  if (forbidden) return refused(forbidden)
  const exception = debtOf(state, said)?.exception
  if (!exception || exception.decided) return refuse(code, { sentence: '没有等待审批的书面说明，请刷新页面' })
  const opinion = said.opinion.trim()
  const wrong = refuseLength('审批意见', opinion, said.granted ? 1 : SHORTEST_OPINION, LONGEST_OPINION, 'opinion')
  if (wrong) return refuse(code, wrong)
  const { act, granted } = said
  return { ok: true, events: [{ type: 'exception-decided', run: run.id, scene: code, act, granted, opinion }] }
}

function debtOf(state: CaseState, { run, scene, act }: OneAct): SceneDebt | undefined {
  return sceneDebts(state).find((debt) => debt.run === run && debt.scene === scene && debt.seq === act)
}

type Wrong = { readonly sentence: string; readonly field?: string }

function refuseAsking(debt: SceneDebt | undefined): Wrong | undefined {
  if (!debt) return { sentence: '这一次没有等待归集的音像记录，不用说明；请刷新页面', field: 'act' }
  const { title } = sceneOf(debt.scene)
  if (debt.duty !== 'must')
    return { sentence: `“${title}”根据实际记录，承办人员说明原因即可，不用报批`, field: 'scene' }
  if (debt.exception && !debt.exception.decided) return { sentence: `“${title}”的书面说明已经报批，请等机关负责人审批` }
  return undefined
}

/** Why this person may not decide on what the record of a case lacks; undefined for a head who had no hand in the case. */
export function refuseExcusing(actor: Person, state: CaseState, run: Run): Refusal | undefined {
  const forbidden = refuseAnyRole('agency-head', actor, state, run)
  if (forbidden || !hasHandled(actor, state)) return forbidden
  const sentence = '本案承办人员不能审批自己案件的音像记录说明，由其他机关负责人审批'
  return { gate: 'scene-exception', basis: SAN_XIANG_ZHI_DU, sentence }
}

function refuseLength(what: string, text: string, least: number, most: number, field = 'reason'): Wrong | undefined {
  if (text.length >= least && text.length <= most) return undefined
  return { sentence: `${what}应为 ${least} 至 ${most} 个字：写明经过、原因和补救`, field }
}

function refuse(code: SceneCode, { sentence, field }: Wrong): Decision {
  const { basis } = sceneOf(code)
  return refused({ gate: 'scene-exception', basis, sentence, ...(field === undefined ? {} : { field }) })
}
