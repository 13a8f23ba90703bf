import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Party, PartyRow } from '#contract/parties.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { holdEnter } from '../../lib/hold-enter.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { PartySearch } from '../../ui/party/party-search.tsx'
import { partyKey } from './party-query.ts'

const TITLES = { into: '并入哪一个', reason: '为什么是同一个当事人' } as const

type Props = { readonly party: Party; readonly onClose: () => void }

/** Proposes that this entry is another one again; somebody else confirms it. */
export function MergeForm({ party, onClose }: Props) {
  const [into, setInto] = useState<PartyRow>()
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const queries = useQueryClient()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setErrors(NO_ERRORS)
    try {
      await send('POST', `/api/parties/${party.id}/merges`, { into: into?.id ?? '', reason })
    } catch (error) {
      return setErrors(errorsOf(error, Object.keys(TITLES)))
    }
    announce('已提出合并，等另一人确认')
    await queries.invalidateQueries({ queryKey: partyKey(party.id) })
    onClose()
  }
  return (
    <form className="party-edit" onSubmit={submit} onKeyDown={holdEnter} aria-label="合并重复登记" noValidate>
      <h2>把“{party.name}”并入另一个当事人</h2>
      <p className="muted">同一个当事人登记了两次的，合并以后一户式一并列出。登记不删除，案件不改动，合并可以撤销。</p>
      <ErrorSummary errors={errors} titles={TITLES} />
      {into ? (
        <p>
          并入 <b>{into.name}</b> <small>{into.code ?? into.maskedIdNumber}</small>{' '}
          <button type="button" className="button small plain" onClick={() => setInto(undefined)}>
            另选
          </button>
        </p>
      ) : (
        <PartySearch picked={[party.id]} onPick={setInto} />
      )}
      <TextField
        pointer="reason"
        title={TITLES.reason}
        kind="long-text"
        maxLength={500}
        value={reason}
        errors={errors.fields.reason}
        onChange={setReason}
      />
      <div className="buttons">
        <button type="submit" className="button primary" disabled={!into}>
          提出合并
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不合并了
        </button>
        {!into && <span className="hint">先选并入哪一个当事人。</span>}
      </div>
    </form>
  )
}
