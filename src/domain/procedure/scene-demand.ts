import type { Medium } from '../recording/medium.ts'
import type { RecordingDuty } from '../recording/scene.ts'
import type { SceneCode } from '../recording/scenes.ts'

/**
 * What an action must show in sound and image. A scene that must be recorded holds back the next step that leaves the stage, here or in
 * the procedure that opened this one, until a recording is bound to it; one that is recorded as needed asks for a reason instead.
 */
export type SceneDemand = {
  readonly scene: SceneCode
  /** Never weaker than the scene's own; the list of an agency may make it stricter. */
  readonly duty: RecordingDuty
  /** Where it narrows what the scene itself allows. */
  readonly media?: readonly [Medium, ...Medium[]]
  /** Facts that make it a scene at all, such as a paper that is left behind; all of them, of any party. */
  readonly onlyIf?: readonly SceneCondition[]
}

/** A fact with this value; with '' a fact that was left empty. */
export type SceneCondition = { readonly fact: string; readonly is: string }
