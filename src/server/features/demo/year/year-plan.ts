import { MANNERS } from '#domain/case/gates/licence-term.ts'
import type { ThingRow } from '#domain/custody/thing.ts'
import type { AnyProcedure } from '#domain/procedure/definition.ts'
import { shortestPaths } from '#domain/procedure/paths.ts'
import type { Chance } from './chance.ts'
import { Deck } from './deck.ts'
import { SEEN } from './non-site-stories.ts'
import { STORIES } from './other-stories.ts'
import type { Plot } from './plot.ts'
import type { PartyKind, Story } from './story.ts'
import { SUBJECTS, type Subject, type Subjects } from './subjects.ts'
import { usualEnd } from './usual-end.ts'

/** How often an office has such a case; whatever is not named comes now and then. */
const SHARES: Readonly<Record<string, number>> = {
  'penalty-summary': 48,
  'penalty-ordinary': 44,
  licence: 18,
  inspection: 14,
  'non-site': 6,
}
const NOW_AND_THEN = 4
const shareOf = (code: string): number => SHARES[code] ?? NOW_AND_THEN

/** Of what comes often, how many cases come to what the main road leads to, for one of every other end. */
const USUAL = 20
/** Ends that need an act of long ago or a party who is a child. */
const UNTOLD = ['out-of-time', 'no-penalty-under-fourteen']
const PROPOSALS: Readonly<Record<string, RegExp>> = {
  'no-penalty-mental': /第三十一条/,
  'no-penalty-minor': /前段/,
  'no-penalty-first': /后段/,
  'no-penalty-no-fault': /第三十三条第二款/,
  'no-penalty-not-established': /不能成立/,
}

/** What may happen in cases of this procedure: its own stories, and coming to each of its other ends. */
export function storiesOf(procedure: AnyProcedure): readonly Story[] {
  const ends = [...new Set(shortestPaths(procedure).flatMap(({ outcome }) => outcome ?? []))]
  const usual = usualEnd(procedure)
  const own = STORIES[procedure.code]
  const told = own?.map(({ goal }) => goal) ?? []
  const others = ends.filter((end) => end !== usual && !UNTOLD.includes(end) && !told.includes(end))
  const often = shareOf(procedure.code) > NOW_AND_THEN
  const plain = { name: 'plain', weight: often ? USUAL : Math.max(1, others.length * 2) }
  const ending = others.map((end): Story => ({ name: `to ${end}`, weight: 1, goal: end, ...AFFECTED[end] }))
  return [...(own ?? [plain]), ...ending]
}

/** Only a person is not able to see what they do; and only what another agency decides is reported to it. */
const AFFECTED: Readonly<Record<string, Pick<Story, 'party' | 'says'>>> = {
  'no-penalty-mental': { party: 'person' },
  'reported-up': { says: { manner: () => MANNERS.first } },
}

/** Stories that are told at all; a test tells only some. */
export type IsTold = (procedure: string, story: Story) => boolean
type Made = { readonly plot: Plot; readonly party: PartyKind }

/** Picks what the year brings, one case after the other: every procedure and every story in its share. */
export class YearPlan {
  private readonly chance: Chance
  private readonly isTold: IsTold
  private readonly procedures: Deck<string>
  private readonly stories = new Map<string, Deck<Story>>()

  constructor(chance: Chance, procedures: readonly AnyProcedure[], isTold: IsTold = () => true) {
    this.chance = chance
    this.isTold = isTold
    const told = procedures.filter((procedure) => this.toldOf(procedure).length > 0)
    this.procedures = new Deck(
      told.map(({ code }) => code),
      shareOf,
    )
  }

  /** Which procedure of those that can be opened, towards which end, about what and whom; throws where none of them is told. */
  next(openable: readonly AnyProcedure[], field: string, may: (story: Story) => boolean = () => true): Made {
    const code = this.procedures.draw(this.chance, (card) => openable.some((one) => one.code === card))
    const procedure = openable.find((one) => one.code === code)
    if (!procedure) throw new Error(`no procedure ${code}`)
    const story = this.storyOf(procedure, may)
    const party = story.party ?? partyOf(code, this.chance)
    return { plot: plotOf(procedure, story, { field, party, chance: this.chance }), party }
  }

  /** Whether any of them is told at all. */
  tells(openable: readonly AnyProcedure[]): boolean {
    return openable.some((procedure) => this.toldOf(procedure).length > 0)
  }

  /** What a device has recorded goes on as a penalty case about the same act. */
  after(procedure: AnyProcedure, field: string, seen: Plot): Plot {
    const { cause, subject, found, amount, basis, things } = seen
    const plot = plotOf(procedure, SEEN, { field, party: 'organisation', chance: this.chance })
    return { ...plot, cause, subject, found, amount, basis, things }
  }

  private storyOf(procedure: AnyProcedure, may: (story: Story) => boolean): Story {
    const told = this.toldOf(procedure)
    const deck = this.stories.get(procedure.code) ?? new Deck(told, ({ weight }) => weight)
    this.stories.set(procedure.code, deck)
    return deck.draw(this.chance, may, ({ isLong }) => (isLong ? HURRY : 1))
  }

  private toldOf(procedure: AnyProcedure): readonly Story[] {
    return storiesOf(procedure).filter((story) => this.isTold(procedure.code, story))
  }
}

/** What takes months comes up in the first of them. */
const HURRY = 8
/** What people do, and not only businesses. */
const OF_PEOPLE = ['penalty-summary', 'penalty-ordinary', 'benefit', 'confirmation']
const KINDS: readonly PartyKind[] = ['organisation', 'self-employed', 'person']
const OFTEN: Readonly<Record<PartyKind, number>> = { organisation: 4, 'self-employed': 3, person: 3 }

function partyOf(code: string, chance: Chance): PartyKind {
  return chance.weighted(OF_PEOPLE.includes(code) ? KINDS : KINDS.slice(0, 2), (kind) => OFTEN[kind])
}

type About = { readonly field: string; readonly party: PartyKind; readonly chance: Chance }

/** Which story in which procedure, about what. */
export function plotOf(procedure: AnyProcedure, story: Story, { field, party, chance }: About): Plot {
  const { code } = procedure
  const goal = story.goal ?? usualEnd(procedure)
  const list = fittingOf(subjectsOf(procedure, SUBJECTS[field] ?? (SUBJECTS.market as Subjects)), story, party)
  const subject = called(procedure, chance.pick(list))
  const others = list.filter(({ cause }) => cause !== subject.cause)
  return {
    ...subject,
    procedure: code,
    story,
    goal,
    subject: subject.cause,
    second: story.hasSecondAct && others.length > 0 ? chance.pick(others) : undefined,
    place: '青石区石桥街道',
    proposal: proposalFor(procedure, goal),
    needsReview: chance.happens(0.3),
    things: thingsOf(subject),
    pace: story.isBrisk ? 1 : chance.weighted([1, 2, 5], (pace) => 8 / pace),
  }
}

const SUSPECTED = ['clue', 'measure-case', 'seizure']

function subjectsOf({ code, opening }: AnyProcedure, of: Subjects): readonly Subject[] {
  if (code === 'penalty-summary') return of.summary
  if (code === 'non-site' && of.recorded.length > 0) return of.recorded
  return opening?.violations || SUSPECTED.includes(code) ? of.ordinary : of.matters
}

/** What is neither an act nor a licence has the name of its procedure, in the words before the bracket. */
function called({ code, title, opening }: AnyProcedure, subject: Subject): Subject {
  const isNamed = opening?.violations || SUSPECTED.includes(code) || code.startsWith('licence')
  return isNamed ? subject : { ...subject, cause: title.split('（')[0] ?? title }
}

/** About what this kind of party does and the story tells of; about anything where an office has no such thing. */
function fittingOf(all: readonly Subject[], { causes, hasSecondAct }: Story, party: PartyKind): readonly Subject[] {
  const told = all.filter(({ cause }) => causes === undefined || hasSecondAct || causes.test(cause))
  const own = told.filter(({ ofPeople }) => party !== 'person' || ofPeople)
  return [own, told, all].find((list) => list.length > 0) ?? all
}

function proposalFor({ facts }: AnyProcedure, goal: string | undefined): string | undefined {
  const choices = facts.proposal?.choices ?? []
  const words = PROPOSALS[goal ?? '']
  return choices.find((choice) => words?.test(choice)) ?? choices[0]
}

const THING: ThingRow = {
  name: '涉案物品',
  spec: '',
  quantity: '6',
  unit: '件',
  value: '60.00',
  condition: '完好',
  kept: '带回保管',
  place: '执法机构',
  seal: '演示封条 001',
  photos: [],
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/食品/, '预包装食品'],
  [/烧烤/, '烧烤炉具'],
  [/执业/, '一次性医疗器械'],
]

export function thingsOf({ cause }: Pick<Subject, 'cause'>): readonly ThingRow[] {
  const named = NAMES.find(([words]) => words.test(cause))
  return [{ ...THING, name: named?.[1] ?? THING.name }]
}
