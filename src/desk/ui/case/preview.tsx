import './paper.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ActionInput, CaseAnswer } from '#contract/cases.ts'
import { subjectsOf } from '#domain/case/concerned.ts'
import type { Offer } from '#domain/case/offers.ts'
import { findRun, type Party } from '#domain/case/state.ts'
import { previewAction } from '../../lib/case/case-calls.ts'
import { documentKindTitle, isForEachParty } from '../../lib/case/document-titles.ts'
import { actionAt } from '../../lib/case/procedure-of.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useDebounced } from '../../lib/use-debounced.ts'
import { Dialog } from '../dialog.tsx'
import { Paper } from './paper.tsx'
import { PaperChoice, partyTabs } from './paper-choice.tsx'

type Props = {
  readonly answer: CaseAnswer
  readonly offer: Pick<Offer, 'run' | 'action'>
  readonly documents: readonly string[]
  readonly input: ActionInput
}

// With the typesetting, the answer is there within 300 ms of the last key.
const REST_MS = 80
/** Where document and party stand in the key of a query. */
const PAPER_AT = 4

/** 文书预览: the paper as it would be printed with what stands in the form now; of several papers and parties any one. */
export function Preview({ answer, offer, documents, input }: Props) {
  const [code = documents[0] ?? '', setCode] = useState<string>()
  const [named, setParty] = useState<string>()
  const parties = isForEachParty(code) ? addressees(answer, offer) : []
  const party = parties.find(({ id }) => id === named) ?? parties[0]
  return (
    <section className="preview" aria-label="文书预览">
      <header className="preview-head">
        <h2>{documents.length > 1 ? '文书预览' : documentKindTitle(code)}</h2>
      </header>
      <PaperChoice label="预览哪一份文书" tabs={paperTabs(documents)} chosen={code} onChoose={setCode}>
        <PaperChoice label="给哪一个当事人的" tabs={partyTabs(parties)} chosen={party?.id} onChoose={setParty}>
          <OnePaper
            answer={answer}
            offer={offer}
            input={input}
            code={code}
            party={party}
            isOneOfMany={parties.length > 1}
          />
        </PaperChoice>
      </PaperChoice>
    </section>
  )
}

type OneProps = Omit<Props, 'documents'> & {
  readonly code: string
  readonly party: Party | undefined
  readonly isOneOfMany: boolean
}

function OnePaper({ code, party, isOneOfMany, ...rest }: OneProps) {
  const [isLarge, setLarge] = useState(false)
  const { data, error, isPending } = usePaper({ ...rest, code, party: party?.id })
  const title = documentKindTitle(code) + (isOneOfMany && party ? `，${party.name}` : '')
  return (
    <>
      {error && <p className="notice soon">暂时排不出预览：{sentenceOf(error)}</p>}
      {data?.isIssued === false && <p className="notice">{unissued(code, party)}</p>}
      {isPending && <p className="hint paper-wait">正在排版…</p>}
      {data && <Paper file={data.file} title={`${title}预览`} />}
      <p className="hint">
        预览不编号、不盖章，也不保存。
        {data && (
          <button type="button" className="button plain small" onClick={() => setLarge(true)}>
            放大看
          </button>
        )}
      </p>
      {data && isLarge && (
        <Dialog title={title} className="wide large" onClose={() => setLarge(false)}>
          <Paper file={data.file} title={`${title}，放大`} />
        </Dialog>
      )}
    </>
  )
}

type Wanted = Omit<OneProps, 'party' | 'isOneOfMany'> & { readonly party: string | undefined }

function usePaper({ answer, offer, input, code, party }: Wanted) {
  const typed = useDebounced(JSON.stringify(input), REST_MS)
  const { id } = answer.state
  return useQuery({
    queryKey: ['preview', id, answer.version, offer.action, code, party, typed],
    queryFn: ({ signal }) => {
      const wanted = { action: offer.action, input: JSON.parse(typed) as ActionInput, document: code }
      return previewAction(id, { ...wanted, ...(party !== undefined && { party }) }, signal)
    },
    // While somebody types the older page stays; what belongs to another paper or party would mislead.
    placeholderData: (before, query) => (isSamePaper(query?.queryKey, [code, party]) ? before : undefined),
    gcTime: 30_000,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

function isSamePaper(key: readonly unknown[] = [], wanted: readonly unknown[]): boolean {
  return wanted.every((part, index) => key[PAPER_AT + index] === part)
}

function addressees({ state }: CaseAnswer, { run: id, action }: Props['offer']): readonly Party[] {
  const run = findRun(state, id)
  return run ? subjectsOf(actionAt(state, id, action) ?? {}, { state, run }).parties : []
}

function paperTabs(documents: readonly string[]) {
  return documents.map((code) => ({ name: code, title: documentKindTitle(code) }))
}

function unissued(code: string, party: Party | undefined): string {
  const whom = party ? `给${party.name}出` : '出'
  return `按现在填写的内容，不${whom}《${documentKindTitle(code)}》；下面是出的时候的样子。`
}
