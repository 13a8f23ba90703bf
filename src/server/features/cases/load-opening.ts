import type { Person } from '#domain/case/environment.ts'
import type { Party } from '#domain/case/state.ts'
import type { Bar, Licence, LicenceRegister } from '#domain/licence/licence.ts'
import { birthDateOf } from '#domain/party/citizen-id.ts'
import { answering, type RegisteredAgency } from '#server/db/answering-agency.ts'
import type { Tx } from '#server/db/database.ts'
import { RefusedError, refused } from '#server/http/errors.ts'
import { AGENCY, type CaseAgency, LICENCE, PERSON, STILL_HERE } from './load-case.ts'

type Wanted = {
  readonly agencyId: string
  readonly people: readonly string[]
  readonly parties: readonly string[]
  readonly today: string
  /** The number of the licence that the case is about, where it names one. */
  readonly licenceNumber: string | undefined
}
type PartyRow = Omit<Party, 'code' | 'idNumber' | 'bornOn'> & {
  readonly code: string | null
  readonly idNumber: string | null
}
type Row = {
  readonly agency: CaseAgency & RegisteredAgency
  readonly people: readonly Person[] | null
  readonly parties: readonly PartyRow[] | null
  readonly bars: readonly Bar[] | null
  readonly licence: Licence | null
}

/** Agency, people and parties for a case that is to be opened, in one read. Refuses a party that is not in the register. */
export async function loadOpening(tx: Tx, wanted: Wanted) {
  const { rows } = await tx.query<Row>({
    name: 'case-opening',
    text: `SELECT ${AGENCY} AS agency,
      (SELECT json_agg(${PERSON}) FROM app.people p WHERE p.id = ANY ($3::uuid[]) AND ${STILL_HERE}) AS people,
      (SELECT jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'name', p.name, 'code', p.code, 'idNumber', p.id_number,
          'address', p.address, 'phone', p.phone, 'legalRepresentative', p.legal_representative) ORDER BY w.ordinal)
        FROM unnest($1::uuid[]) WITH ORDINALITY AS w(id, ordinal) JOIN app.parties p ON p.id = w.id) AS parties,
      (SELECT json_agg(json_build_object('party', b.party_id, 'item', b.item, 'untilOn', b.until_on, 'basis', b.basis))
        FROM app.licence_bars b WHERE b.party_id = ANY ($1::uuid[]) AND b.until_on >= $4) AS bars,
      (SELECT ${LICENCE} FROM app.licences l WHERE l.agency_id = $2 AND l.number = $5) AS licence`,
    values: [wanted.parties, wanted.agencyId, wanted.people, wanted.today, wanted.licenceNumber ?? null],
  })
  const row = rows[0]
  if (!row) throw new Error('the opening was not read')
  const parties = (row.parties ?? []).map(partyOf)
  if (parties.length !== new Set(wanted.parties).size || parties.length !== wanted.parties.length)
    throw new RefusedError(refused('invalid-input', '当事人不在登记簿里，或者填了两次；请重新选择'))
  const register: LicenceRegister = { bars: row.bars ?? [], ...(row.licence && { licence: row.licence }) }
  return {
    agency: answering(row.agency),
    people: (row.people ?? []).filter((person) => person !== null),
    parties,
    register,
  }
}

function partyOf({ code, idNumber, ...party }: PartyRow): Party {
  const bornOn = idNumber === null ? undefined : birthDateOf(idNumber)
  return {
    ...party,
    ...(code === null ? {} : { code }),
    ...(idNumber === null ? {} : { idNumber }),
    ...(bornOn === undefined ? {} : { bornOn }),
  }
}
