import type { DocumentData } from '#domain/document/merge-data.ts'
import { OFFICE_PAPER } from '#domain/document/office-paper.ts'
import { officeSecond, type TrailEntry } from '#domain/trail/trail-entry.ts'
import { dateInShanghai } from '#server/clock.ts'
import type { Context } from '#server/context.ts'
import type { TypesetDocument } from '#server/features/documents/index.ts'
import type { TrailRow } from './make-trail.ts'

export type TrailPaper = TrailRow & { readonly entries: readonly TrailEntry[]; readonly rowsSha256: string }

/** The trail as a paper: what, from when to when, how many, every line, the digest of the lines. Rejects with TypesettingError. */
export function trailPdf({ typesetter }: Pick<Context, 'typesetter'>, paper: TrailPaper): Promise<TypesetDocument> {
  const { title, subject, fromOn, untilOn, askedBy, askedAt, entries, rowsSha256, agency } = paper
  const rows = entries.map(({ at, who, agency: from, what, object, detail, address }, index) => ({
    no: index + 1,
    at: officeSecond(at),
    who: printable(typesetter, from === '' ? who : `${who}\n${from}`),
    what: printable(typesetter, detail === '' ? what : `${what}（${detail}）`),
    object: printable(typesetter, object),
    address,
  }))
  const data: DocumentData = {
    document: {
      code: 'operation-trail',
      title: '操作记录',
      issuedOn: dateInShanghai(new Date(askedAt)),
    },
    agency,
    case: { name: printable(typesetter, title) },
    ...OFFICE_PAPER,
    trail: { subject, fromOn, untilOn, askedBy, askedAt: officeSecond(askedAt), count: rows.length, rowsSha256, rows },
  }
  return typesetter.typeset(data)
}

/** A file name may hold what no font has; a trail is made all the same, and its digest is over what was recorded. */
function printable(typesetter: Pick<Context, 'typesetter'>['typesetter'], text: string): string {
  return typesetter.missingCharacters(text).reduce((left, missing) => left.replaceAll(missing, '□'), text)
}
