import { plainDate } from '#domain/calendar/plain-date.ts'
import type { ListEntry } from '#domain/recording/recording-list.ts'
import { SCENE_CODES, type SceneCode, sceneOf } from '#domain/recording/scenes.ts'

/** What an agency has set for a scene, whole-course unless it is said otherwise. */
export function listEntry(scene: SceneCode, more: Partial<ListEntry> = {}): ListEntry {
  const { media, retention } = sceneOf(scene)
  return {
    id: `entry-${scene}`,
    scene,
    effectiveOn: plainDate('2020-01-01'),
    duty: 'must',
    media,
    retention,
    item: '',
    note: '',
    basis: '《某局音像记录事项清单》',
    demonstration: null,
    ...more,
  }
}

/** An agency that records everything from beginning to end. */
export const ALL_MUST: readonly ListEntry[] = SCENE_CODES.map((code) => listEntry(code))
