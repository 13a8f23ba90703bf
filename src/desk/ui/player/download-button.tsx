import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { beginDownload, copyQuery } from '../../lib/player-calls.ts'
import { sentenceOf } from '../../lib/problem-error.ts'

/** Asks for a copy with one's own name over it, waits until it is made, and offers it. */
export function DownloadButton({
  recordingId,
  derivative,
}: {
  readonly recordingId: string
  readonly derivative?: string
}) {
  const [viewing, setViewing] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const { data } = useQuery(copyQuery(viewing))
  const begin = async () => {
    setRefusal(undefined)
    try {
      setViewing((await beginDownload(recordingId, derivative)).id)
    } catch (error) {
      setRefusal(sentenceOf(error))
    }
  }
  const said = refusal ?? data?.copy?.sentence
  if (data?.copy?.state === 'ready') {
    return (
      <a className="button small" href={`/api/viewings/${viewing}/content`} download>
        保存带水印的副本
      </a>
    )
  }
  return (
    <>
      <button
        type="button"
        className="button small"
        disabled={viewing !== undefined && !said}
        onClick={() => void begin()}
      >
        {viewing !== undefined && !said ? '正在加水印…' : '下载'}
      </button>
      {said && (
        <p className="error-line" role="alert">
          {said}
        </p>
      )}
    </>
  )
}
