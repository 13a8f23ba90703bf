import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { parseRange } from '#domain/discretion/parse-range.ts'
import type { Amount } from '#domain/discretion/penalty-range.ts'
import { refuseTier, type Tier } from '#domain/discretion/tier.ts'
import { formatBasis, parseBasis } from '#domain/violation/basis.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../ids.ts'
import { type CitedBasis, type ViolationRow, withRange } from './violation-row.ts'
import { insertViolations } from './violations-store.ts'

const FILE = join(import.meta.dirname, '../../../../db/demo/violations.json')
const SOURCE = 'demo/violations.json'

const DemoTier = z.strictObject({
  code: z.string(),
  title: z.string(),
  factors: z.array(z.string()),
  range: z.string(),
})
const DemoViolation = z.strictObject({
  domain: z.string(),
  category: z.string(),
  title: z.string(),
  cause: z.string(),
  violated: z.array(z.string()),
  penalty: z.array(z.string()),
  kinds: z.array(z.string()),
  range: z.string(),
  criminalRisk: z.string().nullable().default(null),
  criminalBasis: z.string().nullable().default(null),
  tiers: z.array(DemoTier),
})
type DemoViolation = z.infer<typeof DemoViolation>
const DemoCatalogue = z.strictObject({ effectiveOn: z.iso.date(), violations: z.array(DemoViolation) })

export type DemoEntry = { readonly row: ViolationRow; readonly tiers: readonly Tier[] }

/** The demo violations, every range parsed and every tier held to its range; throws when one is not in order. */
export function readDemoViolations(fieldOf: Readonly<Record<string, string>> = {}): {
  readonly effectiveOn: string
  readonly entries: readonly DemoEntry[]
} {
  const { effectiveOn, violations } = DemoCatalogue.parse(JSON.parse(readFileSync(FILE, 'utf8')))
  return { effectiveOn, entries: violations.map((violation) => entryOf(violation, fieldOf)) }
}

function entryOf(violation: DemoViolation, fieldOf: Readonly<Record<string, string>>): DemoEntry {
  const { violated, penalty, range: rangeText, tiers, criminalBasis, ...plain } = violation
  const criminal = criminalBasis === null ? [] : [criminalBasis]
  const bases = [...cite('violated', violated), ...cite('penalty', penalty), ...cite('criminal', criminal)]
  const written = (role: CitedBasis['role']) =>
    bases
      .filter((basis) => basis.role === role)
      .map(({ place }) => formatBasis(place))
      .join('；')
  const row = withRange({
    domain: fieldOf[plain.domain] ?? plain.domain,
    category: plain.category,
    title: plain.title,
    cause: plain.cause,
    bases,
    basisViolated: written('violated'),
    basisPenalty: written('penalty'),
    kinds: plain.kinds,
    rangeText,
    criminalRisk: plain.criminalRisk,
    criminalBasis,
  })
  if (row.range === null) throw new Error(`${plain.title}：${row.rangeProblem ?? ''}`)
  const { range } = row
  return { row, tiers: tiers.map((tier) => heldTier({ ...tier, range: amountOf(tier.range) }, range, plain.title)) }
}

function cite(role: CitedBasis['role'], texts: readonly string[]): readonly CitedBasis[] {
  return texts.map((text) => {
    const place = parseBasis(text)
    if (place === undefined) throw new Error(`不是完整的依据：${text}`)
    return { role, place }
  })
}

function amountOf(text: string): Amount {
  const result = parseRange(text)
  const measure = result.ok ? result.range.clauses[0]?.measure : undefined
  if (measure?.kind !== 'fine' || measure.amount === undefined) throw new Error(`不是罚款幅度：${text}`)
  return measure.amount
}

function heldTier(tier: Tier, range: NonNullable<ViolationRow['range']>, title: string): Tier {
  const refusal = refuseTier(tier, range)
  if (refusal !== undefined) throw new Error(`${title}：${refusal}`)
  return tier
}

/** Loads the demo violations and tiers; run again it changes nothing. `fieldOf` renames domains to the fields of agencies. */
export async function loadDemoViolations(
  tx: Tx,
  fieldOf: Readonly<Record<string, string>> = {},
): Promise<{ readonly inserted: number }> {
  const { effectiveOn, entries } = readDemoViolations(fieldOf)
  const rows = entries.map(({ row }, index) => ({ row, source: SOURCE, sourceRow: index + 1 }))
  const ids = await insertViolations(tx, rows, null)
  const tiers = entries.flatMap(({ row, tiers: given }) => tierRecords(ids.get(row.digest), given, effectiveOn))
  await tx.query({
    text: `INSERT INTO app.tiers (id, violation_id, ordinal, code, title, factors, range, effective_on)
      SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, violation_id uuid, ordinal int, code text, title text,
        factors text[], range jsonb, effective_on date)`,
    values: [JSON.stringify(tiers)],
  })
  return { inserted: ids.size }
}

function tierRecords(violationId: string | undefined, tiers: readonly Tier[], effectiveOn: string) {
  if (violationId === undefined) return []
  return tiers.map((tier, index) => ({
    id: newId(),
    violation_id: violationId,
    ordinal: index + 1,
    code: tier.code,
    title: tier.title,
    factors: tier.factors,
    range: tier.range,
    effective_on: effectiveOn,
  }))
}
