import type { ActionInput } from '#contract/cases.ts'
import type { OfferedScene } from '#domain/case/offers.ts'
import type { TypedValues } from './form-model.ts'

type Scenes = ActionInput['scenes']

/** The choice that stands for a promise; every other text is the reason why nothing was recorded. */
export const FOLLOWS = '已经录制，二十四小时内存入'

const PREFIX = 'scenes/'

/** Where the word on a scene stands among the typed values of a form, so that drafts and conflicts carry it like any field. */
export function scenePointer(code: string): string {
  return `${PREFIX}${code}`
}

/** What is sent of the scenes that the form shows; silence is sent as nothing. */
export function scenesOfTyped(records: readonly OfferedScene[], typed: TypedValues): Scenes {
  const codes = [...new Set(shownScenes(records, typed).map(({ code }) => code))]
  const said = codes.flatMap((code) => {
    const word = typed[scenePointer(code)]
    if (typeof word !== 'string' || word.trim() === '') return []
    return [[code, word === FOLLOWS ? { follows: true as const } : { reason: word }] as const]
  })
  return Object.fromEntries(said)
}

/** The way back, for a draft. */
export function typedOfScenes(scenes: Scenes = {}): TypedValues {
  const words = Object.entries(scenes).map(
    ([code, word]) => [scenePointer(code), 'follows' in word ? FOLLOWS : word.reason] as const,
  )
  return Object.fromEntries(words)
}

/** Scenes that the act shows as it is filled in now, each once, as strictly as any of its conditions makes it. */
export function shownScenes(records: readonly OfferedScene[], typed: TypedValues): readonly OfferedScene[] {
  const shown = records.filter(({ onlyIf }) => onlyIf.every(({ fact, is }) => isTyped(typed, fact, is)))
  const strict = [...shown].sort((a, b) => Number(b.duty === 'must') - Number(a.duty === 'must'))
  return strict.filter((scene, at) => strict.findIndex(({ code }) => code === scene.code) === at)
}

/** The fact of the case, or of any party, stands so in the form; '' is one that was left empty. */
function isTyped(typed: TypedValues, fact: string, is: string): boolean {
  const values = Object.entries(typed)
    .filter(([pointer]) => pointer === fact || pointer.startsWith(`${fact}@`))
    .map(([, value]) => value)
    .filter((value) => value !== '')
  return is === '' ? values.length === 0 : values.includes(is)
}
