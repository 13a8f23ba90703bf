import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { StoredRecordings } from '#contract/recordings.ts'
import { announce } from '../../lib/announce.ts'
import { ProblemError, sentenceOf } from '../../lib/problem-error.ts'
import { send } from '../../lib/request.ts'
import { type Arrival, arrivalOf, type Batch } from './arrival.ts'
import { addEarlier, changeArrival, dropArrivals, onArrivals, readArrivals } from './arrival-store.ts'
import { arrivalsQuery, recordingsKey } from './recordings-query.ts'

/** The files that are being brought in, and what registers those that have come whole. */
export function useArrivals(batch: Batch) {
  const arrivals = useSyncExternalStore(onArrivals, readArrivals)
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const queries = useQueryClient()
  const { data: earlier } = useQuery(arrivalsQuery)
  useEffect(() => addEarlier((earlier ?? []).map(arrivalOf)), [earlier])

  const register = async () => {
    const ready = arrivals.filter(({ is, capturedAt }) => is === 'done' && capturedAt !== '')
    setFailure(undefined)
    setBusy(true)
    try {
      const about = { device: batch.device || null, officer: batch.officer || null, place: batch.place }
      const recordings = ready.map(({ id, capturedAt }) => ({ upload: id, capturedAt, ...about }))
      const stored = await send<StoredRecordings>('POST', '/api/recordings', { recordings })
      dropArrivals(ready.map(({ key }) => key))
      announce(toldOf(stored))
      await queries.invalidateQueries({ queryKey: recordingsKey })
    } catch (error) {
      setFailure(sentenceOf(error))
      for (const [key, wrong] of wrongOf(error, ready)) changeArrival(key, { wrong })
    } finally {
      setBusy(false)
    }
  }
  return { arrivals, failure, isBusy, register }
}

function toldOf({ recordings }: StoredRecordings): string {
  const known = recordings.filter(({ isNew }) => !isNew).length
  const fresh = recordings.length - known
  if (known === 0) return `已登记 ${fresh} 件音像记录`
  return `已登记 ${fresh} 件；另有 ${known} 件先前已经存入，没有重复存`
}

/** Sentences of a refusal by the file that they are about. */
function wrongOf(error: unknown, ready: readonly Arrival[]): readonly (readonly [string, string])[] {
  if (!(error instanceof ProblemError)) return []
  return (error.problem.errors ?? []).flatMap(({ pointer, sentence }) => {
    const row = ready[Number(pointer.split('/')[2])]
    return row ? [[row.key, sentence] as const] : []
  })
}
