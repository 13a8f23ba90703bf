import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { CaseAnswer } from '#contract/cases.ts'
import { INTAKE, isPermitted } from '#domain/access/permissions.ts'
import { caseKey } from '../lib/case/case-query.ts'
import { worklistQuery } from '../lib/case/worklist-query.ts'
import { useSession } from '../lib/session-context.ts'
import { useDebounced } from '../lib/use-debounced.ts'
import { matching, type PaletteEntry } from './palette-entry.ts'
import { ROOMS } from './rooms.ts'

/** What can be done on this page, then pages, then cases found by text. */
export function usePaletteEntries(text: string): readonly PaletteEntry[] {
  const { roles } = useSession().session
  const { caseId } = useParams({ strict: false })
  const here = useQueryClient().getQueryData<CaseAnswer>(caseKey(caseId ?? ''))
  const { data } = useQuery({ ...worklistQuery('all', useDebounced(text.trim(), 150)), placeholderData: (old) => old })
  const rooms = ROOMS.filter(({ permission }) => isPermitted(permission, roles)).map<PaletteEntry>((room) => ({
    key: room.to,
    title: room.title,
    note: '去这一页',
    does: 'go',
    href: room.to,
  }))
  const fixed = [...offersHere(here, caseId), ...newCase(isPermitted(INTAKE, roles)), ...rooms, SHORTCUTS]
  const cases = (data?.rows ?? []).slice(0, 8).map<PaletteEntry>((row) => ({
    key: row.id,
    title: row.name,
    note: [row.stageTitle, row.number].filter(Boolean).join(' · '),
    does: 'go',
    href: `/cases/${row.id}`,
  }))
  return text.trim() === '' ? [...fixed, ...cases] : [...cases, ...matching(fixed, text)]
}

const SHORTCUTS: PaletteEntry = { key: '?', title: '快捷键', note: '全部列出', does: 'shortcuts' }

const newCase = (isAllowed: boolean): readonly PaletteEntry[] =>
  isAllowed ? [{ key: 'new', title: '新建案件', note: '从线索或者申请开始', does: 'go', href: '/cases/new' }] : []

function offersHere(answer: CaseAnswer | undefined, caseId: string | undefined): readonly PaletteEntry[] {
  const open = (answer?.offers ?? []).filter((offer) => offer.isYours && offer.refusals.length === 0)
  return open.map((offer) => ({
    key: `${offer.run}.${offer.action}`,
    title: offer.title,
    note: '本案现在可以',
    does: 'go',
    href: `/cases/${caseId}?act=${encodeURIComponent(`${offer.run}.${offer.action}`)}`,
  }))
}
