import type { EventOf } from '../case/event.ts'
import { roleToken } from '../case/projection.ts'
import type { CaseState } from '../case/state.ts'
import { documentTitleOf } from '../document/document-title.ts'
import type { Notice } from './notice.ts'

export const aboutVoid = (document: string): string => `void:${document}`

/** Whoever agreed to the paper is asked whether it is void. */
export function toVoid(state: CaseState, { document, role, by, seq }: EventOf<'void-asked'>): readonly Notice[] {
  const paper = state.documents.find(({ id }) => id === document)
  if (!paper?.voidAsked) return []
  return [
    {
      kind: 'to-approve',
      key: `void:${state.id}:${seq}`,
      about: aboutVoid(document),
      to: [roleToken(role, state)],
      ...(by === null ? {} : { except: by }),
      sentence: `“${state.name}”：报请作废《${documentTitleOf(paper.code, paper.issuedOn)}》，等您审批`,
    },
  ]
}

/** It stays as it is, and why. */
export function notVoided(state: CaseState, { document, opinion, seq }: EventOf<'void-refused'>): readonly Notice[] {
  const paper = state.documents.find(({ id }) => id === document)
  if (!paper) return []
  return [
    {
      kind: 'returned',
      key: `void:${state.id}:${seq}`,
      about: `document:${document}`,
      to: state.handlers.map((id) => `person:${id}`),
      sentence: `“${state.name}”：作废《${documentTitleOf(paper.code, paper.issuedOn)}》没有通过，${opinion}`,
    },
  ]
}
