import { queryOptions } from '@tanstack/react-query'
import type { ArchiveAnswer, ArchiveDetail, ArchiveQuery, DossierAnswer, MyDossiers } from '#contract/archive.ts'
import { read } from '../request.ts'

/** The dossier of a case as it is or would be; asked again by itself while the last papers are being typeset. */
export const dossierQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['archive', 'case', caseId],
    queryFn: ({ signal }) => read<DossierAnswer>(`/api/cases/${caseId}/dossier`, signal),
    refetchInterval: ({ state: { data } }) => (data?.dueOn && data.missing.length > 0 ? 3_000 : false),
  })

/** What the caller has to hand over. */
export const myDossiersQuery = queryOptions({
  queryKey: ['archive', 'mine'],
  queryFn: ({ signal }) => read<MyDossiers>('/api/dossiers', signal),
  refetchInterval: 60_000,
})

/** One list of the agency's archive. */
export const archiveQuery = (list: ArchiveQuery['list']) =>
  queryOptions({
    queryKey: ['archive', 'list', list],
    queryFn: ({ signal }) => read<ArchiveAnswer>(`/api/archive?list=${list}`, signal),
    refetchInterval: 60_000,
  })

/** One dossier for the archivist; asked again by itself while files are read or a package is put together. */
export const archiveDetailQuery = (id: string) =>
  queryOptions({
    queryKey: ['archive', 'dossier', id],
    queryFn: ({ signal }) => read<ArchiveDetail>(`/api/archive/${id}`, signal),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 2_000 : false),
  })

function isUnderWay(detail: ArchiveDetail | undefined): boolean {
  if (!detail) return false
  const isReading = detail.dossier.state === 'handed-over' && !detail.isExamined
  return isReading || detail.packages.some(({ state }) => state === 'waiting')
}
