import './finder.css'
import { type KeyboardEvent, useState } from 'react'
import type { Party } from '#contract/parties.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { send } from '../../lib/request.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { PartyFields } from './party-fields.tsx'
import { inputOfParty, NEW_PARTY, PARTY_TITLES } from './party-values.ts'

type Props = { readonly onRegistered: (party: Party) => void; readonly onCancel: () => void }

/** Enters a party into the register. It may stand inside another form, so it is no form itself. */
export function PartyRegistration({ onRegistered, onCancel }: Props) {
  const [values, setValues] = useState(NEW_PARTY)
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const register = async () => {
    setBusy(true)
    setErrors(NO_ERRORS)
    try {
      const party = await send<Party>('POST', '/api/parties', inputOfParty(values))
      announce(`已登记：${party.name}`)
      onRegistered(party)
    } catch (error) {
      setErrors(errorsOf(error, Object.keys(PARTY_TITLES)))
      setBusy(false)
    }
  }
  const onEnter = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !isField) return
    event.preventDefault()
    void register()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in a field registers, as in any form
    <div className="registration" onKeyDown={onEnter}>
      <h3>登记新的当事人</h3>
      <ErrorSummary errors={errors} titles={PARTY_TITLES} />
      <PartyFields values={values} errors={errors.fields} onChange={setValues} />
      <div className="buttons">
        <button type="button" className="button solid" disabled={isBusy} onClick={() => void register()}>
          登记并选用
        </button>
        <button type="button" className="button plain" onClick={onCancel}>
          不登记了
        </button>
      </div>
    </div>
  )
}
