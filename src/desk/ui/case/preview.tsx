import './paper.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActionInput, CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { previewAction } from '../../lib/case/case-calls.ts'
import { documentKindTitle } from '../../lib/case/document-titles.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Dialog } from '../dialog.tsx'
import { Paper } from './paper.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: Pick<Offer, 'run' | 'action'>
  readonly documents: readonly string[]
  readonly input: ActionInput
}

// With the typesetting, the answer is there within 300 ms of the last key.
const REST_MS = 120

/** 文书预览: the paper as it would be printed with what stands in the form now. */
export function Preview({ answer, offer, documents, input }: Props) {
  const [isLarge, setLarge] = useState(false)
  const [chosen = documents[0] ?? '', setChosen] = useState<string>()
  const typed = useDebounced(JSON.stringify(input), REST_MS)
  const { data, error, isPending } = useQuery({
    queryKey: ['preview', answer.state.id, answer.version, offer.action, chosen, typed],
    queryFn: ({ signal }) =>
      previewAction(
        answer.state.id,
        { action: offer.action, input: JSON.parse(typed) as ActionInput, document: chosen },
        signal,
      ),
    placeholderData: keepPreviousData,
    gcTime: 30_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return (
    <section className="preview" aria-label="文书预览">
      <header className="preview-head">
        <h2>{documents.length > 1 ? '文书预览' : documentKindTitle(chosen)}</h2>
        {documents.length > 1 && (
          <select
            aria-label="预览哪一份文书"
            className="control small"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {documents.map((code) => (
              <option key={code} value={code}>
                {documentKindTitle(code)}
              </option>
            ))}
          </select>
        )}
      </header>
      {error && <p className="notice soon">暂时排不出预览：{sentenceOf(error)}</p>}
      {isPending && <p className="hint paper-wait">正在排版…</p>}
      {data && <Paper file={data} title={`${documentKindTitle(chosen)}预览`} />}
      <p className="hint">
        预览不编号、不盖章，也不保存。
        {data && (
          <button type="button" className="button plain small" onClick={() => setLarge(true)}>
            放大看
          </button>
        )}
      </p>
      {data && isLarge && (
        <Dialog title={documentKindTitle(chosen)} className="wide large" onClose={() => setLarge(false)}>
          <Paper file={data} title={`${documentKindTitle(chosen)}，放大`} />
        </Dialog>
      )}
    </section>
  )
}
