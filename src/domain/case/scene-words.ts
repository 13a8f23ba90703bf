import type { Action } from '../procedure/definition.ts'
import type { SceneCondition, SceneDemand } from '../procedure/scene-demand.ts'
import { type StandingScene, standingScene, stricter } from '../recording/recording-list.ts'
import { isSceneCode } from '../recording/scenes.ts'
import { storeDueAt } from '../recording/store-term.ts'
import type { RawSceneWords } from './command.ts'
import type { Refusal } from './refusal.ts'
import { boundForNext } from './scene-debts.ts'
import type { Facts, SceneWord } from './state.ts'
import type { CaseView } from './view.ts'

type Words = { readonly words: readonly SceneWord[]; readonly refusals: readonly Refusal[] }
type Said = RawSceneWords[string] | undefined

const SHORTEST_REASON = 5
const LONGEST_REASON = 500

/** A scene that this act shows, as strict as the procedure, the country and the agency's list make it together. */
export type DemandedScene = StandingScene & { readonly onlyIf: readonly SceneCondition[] }

/** Every scene that an action may show, as it stands in the agency today. */
export function demandedScenes(env: CaseView['env'], action: Action): readonly DemandedScene[] {
  return (action.records ?? []).map((demand) => demanded(env, demand))
}

function demanded({ recordingList, today }: CaseView['env'], demand: SceneDemand): DemandedScene {
  const standing = standingScene(recordingList, demand.scene, today)
  const narrowed = demand.media?.filter((medium) => standing.media.includes(medium)) ?? []
  return {
    ...standing,
    duty: stricter(demand.duty, standing.duty),
    media: narrowed.length > 0 ? narrowed : standing.media,
    onlyIf: demand.onlyIf ?? [],
  }
}

/** What was said of each scene of the act, or what has to be said: a promise, or why nothing was recorded. */
export function readSceneWords(view: CaseView, action: Action, raw: RawSceneWords = {}): Words {
  const possible = demandedScenes(view.env, action)
  const scenes = strictestOfEach(possible.filter(({ onlyIf }) => onlyIf.every((one) => isMet(one, view.run.facts))))
  const strange = Object.keys(raw).filter((code) => !possible.some((scene) => scene.code === code))
  const wrong = scenes.flatMap((scene) => refuseWord(view, scene, raw[scene.code]) ?? [])
  const refusals = [...strange.map((code) => strangeScene(action, code)), ...wrong]
  return { words: refusals.length > 0 ? [] : scenes.map((scene) => wordOf(view, scene, raw[scene.code])), refusals }
}

function strictestOfEach(scenes: readonly DemandedScene[]): readonly DemandedScene[] {
  const strict = scenes.filter(({ duty }) => duty === 'must')
  const others = scenes.filter(({ code }) => !strict.some((scene) => scene.code === code))
  return [...strict, ...others].filter((scene, at, all) => all.findIndex(({ code }) => code === scene.code) === at)
}

/** A fact of the case, or of any party, has this value; '' stands for one that was left empty. */
export function isMet({ fact, is }: SceneCondition, facts: Pick<Facts, 'case' | 'party'>): boolean {
  const values = [facts.case, ...Object.values(facts.party)].map((of) => of[fact] ?? '').filter((value) => value !== '')
  return is === '' ? values.length === 0 : values.includes(is)
}

function refuseWord(view: CaseView, scene: DemandedScene, said: Said): Refusal | undefined {
  const sentence = scene.duty === 'must' ? refuseReason(scene, said) : refuseSilence(view, scene, said)
  if (sentence === undefined) return undefined
  return { gate: 'scene-word', basis: scene.basis, sentence, field: `scenes/${scene.code}` }
}

/** What must be recorded is not explained away. */
function refuseReason({ title }: DemandedScene, said: Said): string | undefined {
  if (reasonOf(said) === undefined) return undefined
  return `“${title}”应当全程音像记录，不能以说明代替；录像存入后请在“音像”页绑定`
}

function refuseSilence(view: CaseView, scene: DemandedScene, said: Said): string | undefined {
  if (isAlreadyBound(view, scene) || (said && 'follows' in said)) return undefined
  return refuseAbsence(scene.title, reasonOf(said) ?? '')
}

/** Why this is no reason for a scene without a recording; undefined when it is one. */
export function refuseAbsence(title: string, text: string): string | undefined {
  const { length } = text.trim()
  if (length === 0) return `“${title}”还没有绑定音像记录：已经录制的，请选“已经录制”；没有录制的，请写明原因`
  if (length >= SHORTEST_REASON && length <= LONGEST_REASON) return undefined
  return `没有记录“${title}”的原因应为 ${SHORTEST_REASON} 至 ${LONGEST_REASON} 个字`
}

function reasonOf(said: Said): string | undefined {
  return said && 'reason' in said ? said.reason : undefined
}

/** The same question that the form asks before times are typed in; what turns out to be of another day is owed afterwards. */
function isAlreadyBound({ env, state, run }: CaseView, { code, media }: DemandedScene): boolean {
  const bound = boundForNext(state, run, code, { on: env.today, word: { actedAt: env.now } })
  return bound.some(({ medium }) => media.includes(medium))
}

function wordOf(view: CaseView, scene: DemandedScene, said: Said): SceneWord {
  const { env, input } = view
  const [beganAt, endedAt] = [input.case['began-at'], input.case['ended-at']]
  const actedAt = typeof endedAt === 'string' ? endedAt : env.now
  const reason = isAlreadyBound(view, scene) ? undefined : reasonOf(said)?.trim()
  return {
    scene: scene.code,
    duty: scene.duty,
    media: scene.media,
    basis: scene.basis,
    ...(typeof beganAt === 'string' ? { beganAt } : {}),
    actedAt,
    dueAt: storeDueAt(actedAt, env.parameters, env.today),
    ...(reason === undefined ? {} : { reason }),
  }
}

function strangeScene(action: Action, code: string): Refusal {
  const what = isSceneCode(code) ? `“${action.title}”没有这个音像记录环节` : `没有“${code}”这个音像记录环节`
  return { gate: 'input', basis: '', sentence: `${what}，请刷新页面`, field: `scenes/${code}` }
}
