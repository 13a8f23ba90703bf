import { MOVEMENTS, type Movement, type MovementRule } from './movement.ts'
import { quantityText } from './quantity.ts'
import { FATE_TITLES, type Fate, type Move, type Place, type Portion, type Thing } from './thing.ts'

/** How much of a thing lies where, what is decided about it, and how much has left; everything adds up to what was listed. */
export type Ledger = {
  readonly places: Readonly<Record<Place, number>>
  readonly fates: Readonly<Record<Fate, number>>
  readonly left: number
}

/** The ledger of a thing, told from its life; throws when more was taken than was there, which no command can do. */
export function ledgerOf(thing: Pick<Thing, 'amount' | 'place' | 'life'>): Ledger {
  const places = { site: 0, officers: 0, store: 0, out: 0, [thing.place]: thing.amount }
  const fates = {
    held: thing.amount,
    release: 0,
    confiscate: 0,
    destroy: 0,
    transfer: 0,
    sell: 0,
    pass: 0,
    consumed: 0,
  }
  return thing.life.reduce<Ledger>(after, { places, fates, left: 0 })
}

function after(ledger: Ledger, { movement, amount, fate }: Move): Ledger {
  const rule = MOVEMENTS[movement]
  const decided = rule.toFate ?? fate
  const places = placesOf(rule, decided)
  if (rule.leaves === true || decided === 'consumed') {
    return {
      places: moved(ledger.places, places, amount, undefined),
      fates: moved(ledger.fates, rule.fates, amount, undefined),
      left: ledger.left + amount,
    }
  }
  return {
    ...ledger,
    ...(rule.toPlace ? { places: moved(ledger.places, places, amount, rule.toPlace) } : {}),
    ...(decided ? { fates: moved(ledger.fates, rule.fates, amount, decided) } : {}),
  }
}

/** What was used up in a test is taken from where the test was. */
function placesOf({ places }: MovementRule, decided: Fate | undefined): readonly Place[] {
  return decided === 'consumed' ? ['out', 'store', 'officers', 'site'] : places
}

/** Takes the amount from these accounts in their order and puts it into another, or out of the book. */
function moved<K extends string>(
  accounts: Readonly<Record<K, number>>,
  from: readonly K[],
  amount: number,
  to: K | undefined,
): Readonly<Record<K, number>> {
  const next: Record<K, number> = { ...accounts }
  let rest = amount
  for (const account of from) {
    const taken = Math.min(rest, next[account])
    next[account] -= taken
    rest -= taken
  }
  if (rest > 0) throw new Error(`more was moved than is there: ${amount}, short of ${rest}`)
  if (to !== undefined) next[to] += amount
  return next
}

/** How much of it this movement may take today. */
export function movable(thing: Thing, movement: Movement): number {
  const { places, fates } = ledgerOf(thing)
  const { fates: from, places: at } = MOVEMENTS[movement]
  const sum = <K extends string>(accounts: Readonly<Record<K, number>>, names: readonly K[]) =>
    names.reduce((total, name) => total + accounts[name], 0)
  return Math.min(sum(fates, from), sum(places, at))
}

/** How much of it is still in custody, wherever it lies. */
export function inCustody(thing: Thing): number {
  return thing.amount - ledgerOf(thing).left
}

/** Why these portions cannot be moved so: never more out than is in, and nothing without a decision. */
export function refusePortions(
  things: readonly Thing[],
  movement: Movement,
  portions: readonly Portion[],
): string | undefined {
  const asked = Map.groupBy(portions, ({ thing }) => thing)
  const sentences = [...asked].map(([id, rows]) => {
    const thing = things.find((item) => item.id === id)
    const wanted = rows.reduce((sum, { amount }) => sum + amount, 0)
    return thing ? refuseAmount(thing, movement, wanted) : '本清单没有这件物品，请刷新页面后重选'
  })
  return sentences.find((sentence) => sentence !== undefined)
}

function refuseAmount(thing: Thing, movement: Movement, wanted: number): string | undefined {
  const free = movable(thing, movement)
  if (wanted <= free) return undefined
  const { title, fates } = MOVEMENTS[movement]
  const of = (amount: number) => `${quantityText(amount)}${thing.unit}`
  const undecided = MOVEMENTS[movement].leaves === true && free === 0
  if (undecided) {
    const decision = fates.map((fate) => FATE_TITLES[fate]).join('”或者“')
    return `“${thing.name}”没有可以${title}的：先有“${decision}”的决定，并且物品在本机关手中`
  }
  return `“${thing.name}”可以${title}的只有${of(free)}，不能填${of(wanted)}`
}
