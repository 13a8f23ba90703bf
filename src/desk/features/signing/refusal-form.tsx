import { type FormEvent, useState } from 'react'
import type { SigningAnswer } from '#contract/signing.ts'
import type { Stroke } from '#domain/signing/strokes.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { FieldFrame } from '../../ui/form/field-frame.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { expectedName, onlyParty, sentStrokes } from './expected-signer.ts'
import { PartyPick } from './party-pick.tsx'
import { SignaturePad } from './signature-pad.tsx'
import { useSign } from './use-sign.ts'

type Props = {
  readonly caseId: string
  readonly document: string
  readonly answer: SigningAnswer
  readonly onDone: () => void
  readonly onBack: () => void
}

const TITLES = { name: '拒绝签名的人', reason: '拒绝的理由', witness: '见证人', recording: '音像记录' }

/** Who refuses, why, and the witness or the recording that proves it. */
export function RefusalForm({ caseId, document, answer, onDone, onBack }: Props) {
  const { sign, errors, isBusy } = useSign(caseId, document, answer)
  const [name, setName] = useState(expectedName(answer))
  const [party, setParty] = useState(onlyParty(answer)?.id)
  const [reason, setReason] = useState('')
  const [witness, setWitness] = useState('')
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [recording, setRecording] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const hand = sentStrokes(strokes)
    const seen = witness.trim() === '' && hand.length === 0 ? {} : { witness: { name: witness, strokes: hand } }
    const who = { sha256: answer.file?.sha256 ?? '', as: 'party' as const, name, ...(party && { party }) }
    const body = { ...who, reason, ...seen, ...(recording && { recording }) }
    if (await sign({ to: 'signature-refusals', body })) onDone()
  }
  return (
    <form
      className="sign-form"
      onSubmit={(event) => void submit(event)}
      onKeyDown={holdEnter}
      aria-label="拒绝签名"
      noValidate
    >
      <h1>记下拒绝签名</h1>
      <p className="muted">
        《{answer.title}》{answer.number}
      </p>
      <p className="hint">由执法人员填写。要有见证人，或者有当时的音像记录，二者至少有其一（{answer.wants.basis}）。</p>
      <ErrorSummary errors={errors} titles={TITLES} />
      <TextField
        pointer="name"
        title="拒绝签名的人"
        kind="text"
        value={name}
        errors={errors.fields.name}
        onChange={setName}
      />
      <PartyPick answer={answer} party={party} onChange={setParty} />
      <TextField
        pointer="reason"
        title="拒绝的理由"
        help="照原话写；没有说明的，写“未说明理由”"
        kind="text"
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <TextField
        pointer="witness"
        title="见证人"
        isOptional
        help="写明姓名和所在单位，例如“石桥居委会李某”"
        kind="text"
        value={witness}
        errors={errors.fields.witness}
        onChange={setWitness}
      />
      {witness.trim() !== '' && <SignaturePad label="见证人签名" strokes={strokes} onChange={setStrokes} isSmall />}
      <FieldFrame
        pointer="recording"
        title="音像记录"
        isOptional
        help={answer.recordings.length === 0 ? '本案还没有绑定音像记录' : undefined}
        errors={errors.fields.recording}
      >
        {(control) => (
          <select
            {...control}
            className="control"
            value={recording}
            disabled={answer.recordings.length === 0}
            onChange={(event) => setRecording(event.target.value)}
          >
            <option value="">没有选择</option>
            {answer.recordings.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <div className="buttons">
        <button type="button" className="button" onClick={onBack}>
          返回
        </button>
        <button type="submit" className="button primary" disabled={isBusy}>
          记下拒签
        </button>
      </div>
    </form>
  )
}
