import type { CaseEvent } from '../case/event.ts'
import type { DossierItem, DossierSources } from './dossier-item.ts'
import { pagesOf } from './item-pages.ts'

/** By the event with which the file came. */
const TITLES: Readonly<Partial<Record<CaseEvent['type'], string>>> = {
  'action-proposed': '报批附件',
  'approval-given': '审批意见附件',
  'approval-returned': '退回附件',
  'countersigning-given': '会签意见附件',
}

/** Files that went with proposals and opinions, each once; what cannot be printed has a sheet in its place. */
export function attachmentItems({ state, events, pdfPages }: DossierSources): DossierItem[] {
  const told = new Map(events.map((event) => [event.seq, event]))
  const given = state.attachments ?? []
  const once = given.filter((one, at) => given.findIndex(({ id }) => id === one.id) === at)
  return once.map(({ id, fileName, seq, proposal: _, ...file }) => {
    const event = told.get(seq)
    const title = (event && TITLES[event.type]) ?? '审批附件'
    return {
      kind: 'attachment',
      id,
      title: `${title}：${fileName}`,
      seq,
      isConclusion: false,
      ...(event && { onDate: event.on }),
      pages: pagesOf(file, pdfPages) ?? 1,
      file,
      fileName,
    }
  })
}
