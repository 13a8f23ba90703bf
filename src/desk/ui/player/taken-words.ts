import type { ViewedRecordingAnswer } from '#contract/viewings.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'

/** By whom and when a recording was taken. */
export function takenWords({ officer, capturedAt }: Pick<ViewedRecordingAnswer, 'officer' | 'capturedAt'>): string {
  return `${officer ?? '本机关'}拍摄于${dayAndTimeOf(capturedAt)}`
}
