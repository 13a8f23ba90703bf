import type { Environment } from '#domain/case/environment.ts'
import type { CaseEventBody } from '#domain/case/event.ts'
import { formatDocumentNumber } from '#domain/document/document-number.ts'
import { findDocumentKind } from '#domain/document/registry.ts'
import type { Tx } from '#server/db/database.ts'
import { nextNumber } from '#server/features/documents/index.ts'

/** Gives the documents among the events their 文号, in order; the series stay locked until the transaction ends. */
export async function numberDocuments(
  tx: Tx,
  env: Environment,
  agency: { readonly id: string; readonly word: string },
  bodies: readonly CaseEventBody[],
): Promise<readonly CaseEventBody[]> {
  const numbered: CaseEventBody[] = []
  for (const body of bodies)
    numbered.push(body.type === 'document-issued' ? await numberOne(tx, env, agency, body) : body)
  return numbered
}

async function numberOne(
  tx: Tx,
  env: Environment,
  agency: { readonly id: string; readonly word: string },
  body: Extract<CaseEventBody, { type: 'document-issued' }>,
): Promise<CaseEventBody> {
  const kind = findDocumentKind(body.document.code, env.today)
  if (!kind?.numbered) return body
  const { word } = kind
  const year = Number(env.today.slice(0, 4))
  const serial = await nextNumber(tx, { agencyId: agency.id, word, year })
  const number = formatDocumentNumber({ agencyWord: agency.word, word, year, serial })
  return { ...body, document: { ...body.document, number, series: { word, year, serial } } }
}
