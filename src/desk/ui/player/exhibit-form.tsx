import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { CaseAnswer } from '#contract/cases.ts'
import type { Offer } from '#domain/case/offers.ts'
import { announce } from '../../lib/announce.ts'
import { performAction } from '../../lib/case/case-calls.ts'
import { caseQuery } from '../../lib/case/case-query.ts'
import { useCommand } from '../../lib/case/use-command.ts'
import { sentenceOf } from '../../lib/problem-error.ts'

type Props = {
  readonly cases: readonly { readonly id: string; readonly name: string }[]
  readonly fileName: string
  /** By whom and when it was taken, in words. */
  readonly taken: string
  readonly of: { readonly mark: string } | { readonly derivative: string }
  readonly title: string
  readonly span: string
  readonly onDone: () => void
}

/** Makes a mark, a clip or a covered version evidence of a case to which the original belongs. */
export function ExhibitForm(props: Props) {
  const id = useId()
  const { cases } = props
  const [chosen, setChosen] = useState(cases[0]?.id ?? '')
  const { data: answer, error } = useQuery(caseQuery(chosen))
  return (
    <div className="exhibit-form">
      {cases.length > 1 && (
        <div className="field">
          <label htmlFor={id}>哪件案件</label>
          <select id={id} className="control" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {cases.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
      {error && <p className="notice late">{sentenceOf(error)}</p>}
      {answer && <InCase key={chosen} {...props} answer={answer} />}
    </div>
  )
}

const ACTION = 'add-evidence'

function InCase({ fileName, taken, of, title, span, onDone, answer }: Props & { readonly answer: CaseAnswer }) {
  const [titleId, sourceId] = [useId(), useId()]
  const [name, setName] = useState(title)
  const [source, setSource] = useState(`${fileName}${span ? `，${span}` : ''}，${taken}`)
  const [refusal, setRefusal] = useState<string>()
  const { run, isBusy } = useCommand(answer)
  const offer = answer.offers.find(({ action, isYours }) => action === ACTION && isYours)
  const [closed] = offer?.refusals ?? []
  if (!offer || closed) {
    return <p className="notice soon">{closed?.sentence ?? '现在轮不到您在这件案件里添加证据；请本案承办人员办理。'}</p>
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(undefined)
    const evidence = [{ kind: '视听资料', title: name, source, ...of }]
    const input = {
      run: offer.run,
      facts: { case: {}, party: {}, violation: {} },
      evidence,
      scenes: wordsFor(offer, fileName),
    }
    try {
      await run((options) => performAction(answer.state.id, ACTION, input, options), input)
      announce('已经加入本案证据')
      onDone()
    } catch (error) {
      setRefusal(sentenceOf(error))
    }
  }
  return (
    <form onSubmit={(event) => void submit(event)} aria-label="作为证据">
      <p className="hint">加入“{answer.state.name}”的证据，种类为视听资料；证据写明取自哪一份、哪一段，连同摘要。</p>
      <div className="field">
        <label htmlFor={titleId}>证据名称</label>
        <input id={titleId} className="control" value={name} onChange={(event) => setName(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={sourceId}>来源和取得经过</label>
        <input id={sourceId} className="control" value={source} onChange={(event) => setSource(event.target.value)} />
      </div>
      {refusal && (
        <p className="error-line" role="alert">
          {refusal}
        </p>
      )}
      <div className="buttons">
        <button type="submit" className="button small solid" disabled={isBusy || name.trim() === ''}>
          加入证据
        </button>
        <button type="button" className="button plain small" onClick={onDone}>
          不加了
        </button>
      </div>
    </form>
  )
}

/** Evidence that is taken from a recording was not gathered anew: so much is said of each scene that asks for a word. */
function wordsFor({ records }: Pick<Offer, 'records'>, fileName: string): Record<string, { readonly reason: string }> {
  const asked = (records ?? []).filter(({ duty, isBound }) => duty !== 'must' && !isBound)
  return Object.fromEntries(asked.map(({ code }) => [code, { reason: `这项证据取自已经存入的“${fileName}”` }]))
}
