import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { PrintablePaper } from '#contract/prints.ts'
import { lastPrintOn, whyNoStrip } from '#domain/print/print-paper.ts'
import { printableQuery } from '../../lib/prints-query.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { chosenPaper, printField, usePrint } from '../../lib/use-print.ts'
import { usePrintPaper } from '../../lib/use-print-paper.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { printedWords } from './copies-words.ts'
import { PaperChoice } from './paper-choice.tsx'
import { PrintFields } from './print-fields.tsx'
import { PrintReady } from './print-ready.tsx'

const TITLES = { [printField(0, 'copies')]: '份数', [printField(0, 'reason')]: '补印的理由' }

/** One paper of a case goes to the printer the way of the list, without leaving the case. */
export function PrintPaper({ document }: { readonly document: string }) {
  const { data, error } = useQuery(printableQuery(document))
  if (error) return <p className="notice soon">{sentenceOf(error)}</p>
  return data ? <PrintForm paper={data} /> : <p className="hint">正在打开…</p>
}

function PrintForm({ paper }: { readonly paper: PrintablePaper }) {
  const [chosen, setChosen] = useState(chosenPaper(paper))
  const { print, errors, isBusy, ready } = usePrint()
  const [remembered, remember] = usePrintPaper()
  const whyNot = whyNoStrip(paper)
  const on = whyNot ? 'A4' : remembered
  if (ready) return <PrintReady ready={ready} />
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void print([{ ...chosen, paper }], { sides: 'one', on })
  }
  return (
    <form className="print-form" onSubmit={submit} aria-label={`打印《${paper.title}》`} data-edit noValidate>
      <ErrorSummary errors={errors} titles={TITLES} />
      {printedWords(paper) && <p className="muted">{printedWords(paper)}。</p>}
      <PaperChoice on={on} whyNot={whyNot} isClosed={whyNot !== undefined} onChange={remember} />
      <PrintFields chosen={{ ...chosen, paper }} on={on} index={0} errors={errors.fields} onChange={setChosen} />
      <button type="submit" className="button solid" disabled={isBusy}>
        {lastPrintOn(paper, on) ? '补印' : '打印'}
        <span className="unseen">《{paper.title}》</span>
      </button>
    </form>
  )
}
