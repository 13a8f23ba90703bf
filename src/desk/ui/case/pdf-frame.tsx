import './paper.css'
import { useQuery } from '@tanstack/react-query'
import { sentenceOf } from '../../lib/problem-error.ts'
import { readFile } from '../../lib/request.ts'
import { Paper } from './paper.tsx'

type Props = { readonly path: string; readonly title: string; readonly page?: number }

/** A stored PDF in place, at a page. It is fetched first, so that a refusal is a sentence and not an empty frame. */
export function PdfFrame({ path, title, page }: Props) {
  const { data, error, isPending } = useQuery({
    queryKey: ['file', path],
    queryFn: ({ signal }) => readFile(path, signal),
    gcTime: 60_000,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (isPending) return <p className="hint paper-wait">正在打开文书…</p>
  if (error) return <p className="notice soon">{sentenceOf(error)}</p>
  return <Paper file={data} title={title} page={page} />
}
