import type { RecordingRow } from '#contract/recordings.ts'
import { MEDIUM_TITLES } from '#domain/recording/medium.ts'
import { durationWords } from '../../lib/duration-words.ts'

/** The small picture for those who may see it; a plain plate with the kind for everybody else, and for sound. */
export function Poster({ row }: { readonly row: RecordingRow }) {
  const { medium, poster, rendition } = row
  const length = rendition.durationMs === null ? undefined : durationWords(rendition.durationMs)
  return (
    <span className="poster">
      {poster === null ? (
        <span className="plate">{MEDIUM_TITLES[medium]}</span>
      ) : (
        <img src={poster} alt={`${row.fileName}的封面`} loading="lazy" width={128} height={72} />
      )}
      {length && <span className="length">{length}</span>}
    </span>
  )
}
