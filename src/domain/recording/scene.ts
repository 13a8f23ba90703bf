import type { Medium } from './medium.ts'

/** Whole-course recording, or recording as the circumstances ask for it. */
export const DUTIES = ['must', 'as-needed'] as const
export type RecordingDuty = (typeof DUTIES)[number]

export const RETENTIONS = ['永久', '30年', '10年'] as const
export type Retention = (typeof RETENTIONS)[number]

/** A rule or document, as it is printed beside what rests on it. */
export type SceneBasis = `《${string}》${string}`

/** One 记录环节 of the 音像记录事项清单: where it begins, what it shows, where it ends. */
export type Scene = {
  readonly title: string
  /** 执法类别, 执法事项. */
  readonly kind: string
  readonly item: string
  readonly startsWith: string
  readonly shows: string
  readonly endsWith: string
  /** Any of these will do; the first is the usual one. */
  readonly media: readonly [Medium, ...Medium[]]
  /** The least that holds in the whole country; an agency may only be stricter. */
  readonly duty: RecordingDuty
  readonly retention: Retention
  /** 用语指引: what is said on the recording, in order. */
  readonly phrases: readonly string[]
  readonly basis: SceneBasis
  /** False while the source has not been compared with the official text. */
  readonly verified: boolean
}

/** How it is recorded, as lists say it; what a file is called stands in medium.ts. */
const MEDIUM_TITLES: Readonly<Record<Medium, string>> = { photo: '照相', audio: '录音', video: '录像' }
const DUTY_TITLES: Readonly<Record<RecordingDuty, string>> = { must: '全程记录', 'as-needed': '根据实际记录' }

export function mediumTitle(medium: Medium): string {
  return MEDIUM_TITLES[medium]
}

/** “录音或者录像”. */
export function mediaTitle(media: readonly Medium[]): string {
  return media.map(mediumTitle).join('或者')
}

export function dutyTitle(duty: RecordingDuty): string {
  return DUTY_TITLES[duty]
}
