import './prints.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { PrintablePaper } from '#contract/prints.ts'
import { printsQuery } from '../../lib/prints-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { type How, usePrint } from '../../lib/use-print.ts'
import { usePrintPaper } from '../../lib/use-print-paper.ts'
import { useTitle } from '../../lib/use-title.ts'
import { PrintReady } from '../../ui/print/print-ready.tsx'
import { PrintBar } from './print-bar.tsx'
import { PrintList } from './print-list.tsx'
import { PrintTools } from './print-tools.tsx'
import { useChosenPapers } from './use-chosen-papers.ts'

/** 打印: papers that were issued and are wanted on paper, chosen and printed as one file. */
export function PrintsPage() {
  const { tab = 'mine', kind = '' } = useSearch({ from: '/prints' })
  const [text, setText] = useState('')
  const rested = useDebounced(text.trim(), 200)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    printsQuery({ tab, kind, text: rested }),
  )
  const { chosen, toggle, add, change, clear } = useChosenPapers()
  const { print, errors, isBusy, ready, forget } = usePrint()
  useTitle('打印')
  const choosing = (choose: (paper: PrintablePaper) => void) => (paper: PrintablePaper) => {
    forget()
    choose(paper)
  }
  const [on, setOn] = usePrintPaper()
  const submit = async (how: How) => {
    if (await print(chosen, how)) clear()
  }
  return (
    <main className="prints" aria-label="打印">
      <h1>打印</h1>
      <p className="muted">选几份一起打印，按选的先后合成一个文件；份数按文书的种类带出，可以改。作废的不在这里。</p>
      {ready && <PrintReady ready={ready} />}
      <PrintTools tab={tab} kind={kind} kinds={data?.pages[0]?.kinds ?? []} text={text} onText={setText} />
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <PrintList
          tab={tab}
          rows={data.pages.flatMap((page) => page.rows)}
          isNarrowed={rested !== '' || kind !== ''}
          chosen={chosen}
          on={on}
          errors={errors.fields}
          onToggle={choosing(toggle)}
          onAdd={add}
          onChange={change}
        />
      )}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? '正在读…' : '再看 30 份'}
        </button>
      )}
      {chosen.length > 0 && (
        <PrintBar
          chosen={chosen}
          errors={errors}
          isBusy={isBusy}
          on={on}
          onPaper={setOn}
          onPrint={submit}
          onClear={clear}
        />
      )}
    </main>
  )
}
