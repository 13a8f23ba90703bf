import { officeDateOf } from '../calendar/due-at.ts'
import { EXCEPTION_TITLES } from '../case/scene-exception.ts'
import type { CaseState, SceneWord } from '../case/state.ts'
import { sceneOf } from '../recording/scenes.ts'

/** For the notes sheet: what had to be recorded and is not there, in the words of who explained it and of the head of the agency. */
export function missingRecordings(state: CaseState): readonly string[] {
  return state.runs
    .flatMap(({ taken }) => taken.flatMap(({ scenes = [] }) => scenes))
    .flatMap((word) => sentenceOf(word) ?? [])
}

function sentenceOf({ scene, actedAt, exception }: SceneWord): string | undefined {
  if (!exception?.decided?.granted) return undefined
  const { ground, reason, on, decided } = exception
  const act = `${officeDateOf(actedAt)} 的“${sceneOf(scene).title}”应当全程音像记录，没有音像记录（${EXCEPTION_TITLES[ground]}）`
  return `${act}。${on} 书面说明：${ended(reason)}${decided.on} 机关负责人同意：${ended(decided.opinion)}`
}

const ended = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`)
