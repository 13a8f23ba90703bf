import { type FormEvent, useState } from 'react'
import type { TransferDetail } from '#contract/transfers.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { transferPath } from './transfers-query.ts'
import { useReply } from './use-reply.ts'

type Offer = TransferDetail['mayReply'][number]

/** What the office may answer: each with its article, or with the reason why not now. */
export function ReplyForm({ detail }: { readonly detail: TransferDetail }) {
  const [kind, setKind] = useState<Offer['kind']>()
  const chosen = detail.mayReply.find((offer) => offer.kind === kind && offer.refusal === null)
  return (
    <section aria-label="答复">
      <h2>答复</h2>
      {chosen ? (
        <ReplyFields key={chosen.kind} detail={detail} offer={chosen} onClose={() => setKind(undefined)} />
      ) : (
        <ul className="transfer-lines">
          {detail.mayReply.map((offer) => (
            <li key={offer.kind}>
              <button
                type="button"
                className="button"
                disabled={offer.refusal !== null}
                aria-describedby={`reply-${offer.kind}`}
                onClick={() => setKind(offer.kind)}
              >
                {offer.title}
              </button>
              <small id={`reply-${offer.kind}`}>{offer.refusal ?? offer.basis}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type Props = { readonly detail: TransferDetail; readonly offer: Offer; readonly onClose: () => void }

function ReplyFields({ detail: { caseId, run }, offer, onClose }: Props) {
  const [text, setText] = useState('')
  const { reply, errors, isBusy } = useReply(`${transferPath(caseId, run)}/replies`)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await reply({ kind: offer.kind, text })) onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)} onKeyDown={holdEnter} aria-label={offer.title} noValidate>
      <p>
        <b>{offer.title}</b>
        <small className="hint">　{offer.basis}</small>
      </p>
      <ErrorSummary errors={errors} titles={{ text: offer.asks }} />
      <TextField
        pointer="text"
        title={offer.asks}
        kind="long-text"
        maxLength={2000}
        value={text}
        errors={errors.fields.text}
        onChange={setText}
      />
      <p className="hint">提交后记入案件，不能修改；写错的，再答复一次说明。</p>
      <div className="buttons">
        <button type="submit" className="button primary" disabled={isBusy}>
          提交
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          先不答复
        </button>
      </div>
    </form>
  )
}
