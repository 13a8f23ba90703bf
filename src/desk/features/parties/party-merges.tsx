import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { DecideMergeInput, PartyFile, PartyMerge } from '#contract/parties.ts'
import { MERGE_CONFIRMERS } from '#domain/access/permissions.ts'
import { MERGE_STATE_TITLES } from '#domain/party/party-merge.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { send } from '../../lib/request.ts'
import { useMay, useSession } from '../../lib/session-context.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'

const STEP_TITLES = { proposed: '提出合并', confirmed: '确认合并', refused: '不同意合并', undone: '撤销合并' } as const

/** What stands for this entry now, and every merge that it was part of; who may decides here. */
export function PartyMerges({ file }: { readonly file: PartyFile }) {
  const { merges, mergedInto } = file
  return (
    <>
      {mergedInto && (
        <p className="notice">
          <strong>已并入另一个当事人</strong>
          这里是原来的登记；新办的案件请选用
          <Link to="/parties/$partyId" params={{ partyId: mergedInto.id }}>
            {mergedInto.name}
          </Link>
          。以前的案件保留当时的当事人，一户式一并列出。
        </p>
      )}
      {merges.length > 0 && (
        <section className="party-merges" aria-label="重复登记的合并">
          <h2>重复登记的合并</h2>
          <ul>
            {merges.map((merge) => (
              <MergeLine key={merge.id} merge={merge} partyId={file.party.id} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function MergeLine({ merge, partyId }: { readonly merge: PartyMerge; readonly partyId: string }) {
  const { agency, duplicate, kept, state, steps } = merge
  return (
    <li>
      <p>
        <Link to="/parties/$partyId" params={{ partyId: duplicate.id }}>
          {duplicate.name}
        </Link>{' '}
        并入{' '}
        <Link to="/parties/$partyId" params={{ partyId: kept.id }}>
          {kept.name}
        </Link>{' '}
        <em className={`mark ${state === 'proposed' ? 'soon' : ''}`}>{MERGE_STATE_TITLES[state]}</em>
      </p>
      <ol>
        {steps.map(({ step, by, at, reason }) => (
          <li key={step}>
            <small>
              {dayAndTimeOf(at)}　{agency} {by}　{STEP_TITLES[step]}：{reason}
            </small>
          </li>
        ))}
      </ol>
      <MergeDecision merge={merge} partyId={partyId} />
    </li>
  )
}

type Step = DecideMergeInput['step']

/** Buttons only where something is open; where the caller may not, the reason instead. */
function MergeDecision({ merge, partyId }: { readonly merge: PartyMerge; readonly partyId: string }) {
  const may = useMay(MERGE_CONFIRMERS)
  const me = useSession().session.person.id
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const queries = useQueryClient()
  const open: readonly Step[] = merge.state === 'proposed' ? ['confirmed', 'refused'] : ['undone']
  if (merge.state === 'refused' || merge.state === 'undone') return null
  if (!merge.isOwn) return <p className="hint">由{merge.agency}办理。</p>
  if (!may) return merge.state === 'proposed' ? <p className="hint">等承办机构或者机关负责人确认。</p> : null
  const isMine = merge.steps[0]?.byId === me
  const take = async (step: Step) => {
    setErrors(NO_ERRORS)
    try {
      await send('POST', `/api/party-merges/${merge.id}/steps`, { step, reason })
    } catch (error) {
      return setErrors(errorsOf(error, ['reason']))
    }
    announce(STEP_TITLES[step])
    setReason('')
    await queries.invalidateQueries({ queryKey: ['party'] })
    await queries.invalidateQueries({ queryKey: ['party-lines', partyId] })
  }
  const submit = (event: FormEvent) => event.preventDefault()
  return (
    <form onSubmit={submit} onKeyDown={holdEnter} aria-label="办理合并" noValidate>
      <ErrorSummary errors={errors} titles={{ reason: '理由' }} />
      <TextField
        pointer="reason"
        title="理由"
        help="写明核对了什么，例如营业执照、身份证件"
        kind="text"
        maxLength={500}
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <div className="buttons">
        {open.map((step) => (
          <button
            key={step}
            type="button"
            className={step === 'confirmed' ? 'button primary' : 'button'}
            disabled={step === 'confirmed' && isMine}
            onClick={() => void take(step)}
          >
            {STEP_TITLES[step]}
          </button>
        ))}
        {merge.state === 'proposed' && isMine && <span className="hint">您提出的，由另一人确认。</span>}
      </div>
    </form>
  )
}
