import type { Context } from '#server/context.ts'
import { registerParty } from '#server/features/parties/index.ts'
import { isRefused } from '#server/http/errors.ts'
import { callerOf } from './live-case.ts'
import type { PartyKind } from './story.ts'
import type { YearOffice } from './year-office.ts'
import { YEAR_PARTIES } from './year-parties.ts'

export type YearParty = { readonly id: string; readonly name: string; readonly kind: PartyKind }

/** The year's parties, entered by an officer before its first day; those that are there already stay. */
export async function registerYearParties(ctx: Context, office: YearOffice, at: Date): Promise<readonly YearParty[]> {
  const [registrar = ''] = office.withRole('handler')
  const made: YearParty[] = []
  for (const input of YEAR_PARTIES) {
    const { rows } = await ctx.db.query<{ id: string }>({
      text: 'SELECT id FROM app.parties WHERE code = $1 OR id_number = $2',
      values: [input.code, input.idNumber],
    })
    const { name, kind } = input
    const id = rows[0]?.id ?? (await register(ctx, office, { registrar, at, input }))
    made.push({ id, name, kind })
  }
  return made
}

type Entry = { readonly registrar: string; readonly at: Date; readonly input: (typeof YEAR_PARTIES)[number] }

async function register(ctx: Context, office: YearOffice, { registrar, at, input }: Entry): Promise<string> {
  const party = await registerParty(callerOf(ctx, office, registrar, at, undefined), input)
  if (isRefused(party)) throw new Error(party.detail)
  return party.id
}
