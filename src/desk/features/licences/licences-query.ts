import { queryOptions } from '@tanstack/react-query'
import type { LicencesAnswer, LicenceTimesAnswer } from '#contract/licences.ts'
import type { LicenceStanding } from '#domain/licence/licence.ts'
import { read } from '../../lib/request.ts'

type Wanted = { readonly text: string; readonly standing: LicenceStanding | undefined; readonly within: number }

/** The register as it is looked for. */
export const licencesQuery = ({ text, standing, within }: Wanted) =>
  queryOptions({
    queryKey: ['licences', text, standing, within],
    queryFn: ({ signal }) => {
      const asked = { within: String(within), ...(text && { text }), ...(standing && { standing }) }
      return read<LicencesAnswer>(`/api/licences?${new URLSearchParams(asked)}`, signal)
    },
    placeholderData: (old) => old,
  })

export const timesQuery = (year: string) =>
  queryOptions({
    queryKey: ['licence-times', year],
    queryFn: ({ signal }) => read<LicenceTimesAnswer>(`/api/licences/times?year=${year}`, signal),
    placeholderData: (old) => old,
  })
