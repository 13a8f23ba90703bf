import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { devicesQuery } from '../../lib/devices-query.ts'
import { peopleQuery } from '../../lib/people-query.ts'
import { useSession } from '../../lib/session-context.ts'
import type { Batch } from './arrival.ts'

/** What holds for all files of a batch: what was chosen, and until then the caller's own device and name. */
export function useBatch() {
  const { data: devices = [] } = useQuery(devicesQuery)
  const { data: people = [] } = useQuery(peopleQuery)
  const me = useSession().session.person.id
  const [chosen, choose] = useState<Partial<Batch>>({})
  const usable = devices.filter(({ untilOn }) => untilOn === null)
  const own = usable.find(({ holder }) => holder?.id === me)?.id ?? ''
  const self = people.find(({ id }) => id === me)?.id ?? ''
  const batch = useMemo((): Batch => ({ device: own, officer: self, place: '', ...chosen }), [own, self, chosen])
  const set = (changed: Partial<Batch>) => choose((before) => ({ ...before, ...changed }))
  return { batch, set, devices: usable, people }
}
