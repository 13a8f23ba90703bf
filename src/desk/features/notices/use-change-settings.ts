import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoticeSettingsInput } from '#contract/notices.ts'
import { announce } from '../../lib/announce.ts'
import { errorsOf } from '../../lib/case/errors-of.ts'
import { type MappedErrors, NO_ERRORS } from '../../lib/case/map-errors.ts'
import { send } from '../../lib/request.ts'

const POINTERS = ['quietFrom', 'quietUntil', 'digestAt', 'muted']

/** Saves on the version that was read; somebody else's page is never overwritten. */
export function useChangeSettings(version: number) {
  const queries = useQueryClient()
  const [errors, setErrors] = useState<MappedErrors>(NO_ERRORS)
  const [isBusy, setBusy] = useState(false)
  const submit = async (input: NoticeSettingsInput) => {
    setErrors(NO_ERRORS)
    setBusy(true)
    try {
      await send('PUT', '/api/notices/settings', input, { version })
      await queries.invalidateQueries({ queryKey: ['notices', 'settings'] })
      announce('已保存，从现在起按新的设置')
    } catch (error) {
      setErrors(errorsOf(error, POINTERS))
    } finally {
      setBusy(false)
    }
  }
  return { submit, errors, isBusy }
}
