import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Party } from '#contract/parties.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { isProblemCode } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { PartyFields } from '../../ui/party/party-fields.tsx'
import { inputOfParty, PARTY_TITLES, type PartyValues, valuesOfParty } from '../../ui/party/party-values.ts'
import { PartyConflict } from './party-conflict.tsx'
import { partyKey } from './party-query.ts'

type Props = { readonly party: Party; readonly onClose: () => void }

/** Edits on the version that was read; what somebody else changed meanwhile is shown beside, never overwritten. */
export function PartyEdit({ party, onClose }: Props) {
  const [base, setBase] = useState(party)
  const [values, setValues] = useState<PartyValues>(() => valuesOfParty(party))
  const [theirs, setTheirs] = useState<Party>()
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const queries = useQueryClient()
  const save = async () => {
    setErrors(NO_ERRORS)
    try {
      await send<Party>('PUT', `/api/parties/${base.id}`, inputOfParty(values), { version: base.version })
    } catch (error) {
      const current = isProblemCode(error, 'stale-version') ? error.problem.current : undefined
      if (current) return setTheirs(current.values as Party)
      return setErrors(errorsOf(error, Object.keys(PARTY_TITLES)))
    }
    announce(`已修改：${values.name}`)
    await queries.invalidateQueries({ queryKey: partyKey(base.id) })
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void save()
  }
  useShortcuts({ 'mod+s': () => void save() })
  return (
    <form className="party-edit" onSubmit={submit} aria-label="修改当事人" data-edit noValidate>
      <ErrorSummary errors={errors} titles={PARTY_TITLES} />
      {theirs && (
        <PartyConflict
          base={valuesOfParty(base)}
          mine={values}
          theirs={valuesOfParty(theirs)}
          onSettled={(merged) => {
            setValues(merged)
            setBase(theirs)
            setTheirs(undefined)
          }}
        />
      )}
      <PartyFields values={values} errors={errors.fields} onChange={setValues} />
      <div className="buttons">
        <button type="submit" className="button solid" disabled={theirs !== undefined}>
          保存修改
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          不改了
        </button>
      </div>
    </form>
  )
}
