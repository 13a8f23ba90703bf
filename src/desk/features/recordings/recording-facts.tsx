import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { RecordingDetail } from '#contract/recordings.ts'
import { DEVICE_KIND_TITLES } from '#domain/recording/device.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { durationWords } from '../../lib/duration-words.ts'
import { fileSize } from '../../lib/file-size.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { lateWords } from './late-words.ts'

/** Where a recording comes from and what it is proved by. */
export function RecordingFacts({ recording }: { readonly recording: RecordingDetail }) {
  const late = lateWords(recording)
  return (
    <section aria-label="来历" className="recording-facts">
      {[late, ...recording.doubts].filter(Boolean).map((sentence) => (
        <p key={sentence} className={`notice ${sentence === late ? 'late' : 'soon'}`}>
          {sentence}
        </p>
      ))}
      {recording.rendition.sentence && <p className="notice">{recording.rendition.sentence}</p>}
      <dl>
        {factsOf(recording).map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function factsOf(recording: RecordingDetail): readonly (readonly [string, ReactNode])[] {
  const { device, officer, storedBy, bindings, rendition } = recording
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['种类', [MEDIUM_TITLES[recording.medium], technicalOf(recording)].filter(Boolean).join('，')],
    ['时长', rendition.durationMs === null ? undefined : durationWords(rendition.durationMs)],
    ['拍摄时间', dayAndTimeOf(recording.capturedAt)],
    ['拍摄人', officer?.name ?? '没有写明'],
    ['设备', device ? `${DEVICE_KIND_TITLES[device.kind]} ${device.code}` : '不是登记过的设备'],
    ['地点', recording.place || undefined],
    ['存入', `${dayAndTimeOf(recording.storedAt)}，${storedBy ? storedBy.name : '采集站'}`],
    ['案件', bindings.length > 0 ? <Cases key="cases" bindings={bindings} /> : '未关联案件'],
    ['清单上写的案号', recording.saidCase || undefined],
    ['大小', fileSize(recording.size)],
    ['SHA-256', <code key="sha256">{recording.sha256}</code>],
    ['SM3', <code key="sm3">{recording.sm3}</code>],
  ]
  return rows.filter(([, value]) => value !== undefined)
}

function Cases({ bindings }: Pick<RecordingDetail, 'bindings'>) {
  return bindings.map(({ caseId, caseName, run, scene }) => (
    <Link key={`${caseId}${run}${scene}`} to="/cases/$caseId" params={{ caseId }}>
      {caseName}
    </Link>
  ))
}

function technicalOf({ rendition, mediaType }: RecordingDetail): string {
  const { width, height, fps, videoCodec, audioCodec } = rendition
  const picture = width && height ? `${width}×${height}` : ''
  return [picture, fps ? `${fps} 帧/秒` : '', videoCodec ?? audioCodec ?? mediaType].filter(Boolean).join(' ')
}
