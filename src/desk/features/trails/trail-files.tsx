import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TrailFileRow } from '#contract/trails.ts'
import { announce } from '../../lib/announce.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { trailFilesQuery } from './trail-query.ts'

type Props = { readonly subject: string; readonly from: string; readonly until: string }

/** Asks for this period as a file and shows those of this object that were made. */
export function TrailFiles({ subject, from, until }: Props) {
  const queries = useQueryClient()
  const { data } = useQuery(trailFilesQuery)
  const [problem, setProblem] = useState<string>()
  const ask = async (format: 'pdf' | 'csv') => {
    setProblem(undefined)
    try {
      await send<TrailFileRow>('POST', '/api/trails', { subject, from, until, format })
      announce('正在后台制作，做好以后在这里下载')
      await queries.invalidateQueries({ queryKey: trailFilesQuery.queryKey })
    } catch (error) {
      setProblem(sentenceOf(error))
    }
  }
  const files = (data ?? []).filter((file) => file.subject === subject).slice(0, 5)
  return (
    <section className="trail-files" aria-label="制作文件">
      <div className="buttons">
        <button type="button" className="button" onClick={() => void ask('pdf')}>
          制作 PDF
        </button>
        <button type="button" className="button" onClick={() => void ask('csv')}>
          制作 CSV
        </button>
      </div>
      {problem && <p className="error-line">{problem}</p>}
      <ul aria-label="制作过的文件">
        {files.map((file) => (
          <li key={file.id}>
            <FileLine file={file} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function FileLine({ file }: { readonly file: TrailFileRow }) {
  const name = `${file.format.toUpperCase()}　${file.fromOn} 至 ${file.untilOn}`
  if (file.madeAt === null) return <span className="hint">{name}　正在制作…</span>
  if (file.sentence) return <span className="late">{file.sentence}</span>
  return (
    <span>
      <a href={`/api/trails/${file.id}/file`} download>
        下载 {name}
      </a>
      <small>
        {file.rowCount} 条{file.pages !== null && `，${file.pages} 页`}，{dayAndTimeOf(file.madeAt)}制作
      </small>
      <small className="digest">各行摘要 {file.rowsSha256?.slice(0, 16)}…</small>
    </span>
  )
}
