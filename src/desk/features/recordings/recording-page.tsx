import './recordings.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { RecordingPlayer } from '../../ui/player/recording-player.tsx'
import { RecordingFacts } from './recording-facts.tsx'
import { recordingQuery } from './recordings-query.ts'

/** One recording: where it comes from, what it is proved by, and what is the matter with it. */
export function RecordingPage() {
  const { recordingId } = useParams({ from: '/recordings/$recordingId' })
  const { data, error } = useQuery(recordingQuery(recordingId))
  useTitle(data?.fileName ?? '音像记录')
  return (
    <main className="recordings" aria-label="音像记录">
      <Link to="/recordings">音像</Link>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <>
          <h1>{data.fileName}</h1>
          <RecordingPlayer recordingId={data.id} hasKeys />
          <RecordingFacts recording={data} />
        </>
      )}
    </main>
  )
}
