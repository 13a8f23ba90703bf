import { COERCION_SCENES } from './coercion-scenes.ts'
import { INVESTIGATION_SCENES } from './investigation-scenes.ts'
import { PARTY_SCENES } from './party-scenes.ts'
import type { Scene } from './scene.ts'

/** Every 记录环节 that the procedures and the lists of agencies speak of, in the order of a case. */
export const SCENES = { ...INVESTIGATION_SCENES, ...COERCION_SCENES, ...PARTY_SCENES } as const

export type SceneCode = keyof typeof SCENES
export const SCENE_CODES = Object.keys(SCENES) as readonly SceneCode[]

/** Whether a text is the code of a scene; a name that every object has (`constructor`) is none. */
export function isSceneCode(text: string): text is SceneCode {
  return Object.hasOwn(SCENES, text)
}

/** The scene with this code, seen without its own type. */
export function sceneOf(code: SceneCode): Scene {
  return SCENES[code]
}
