import { describe, expect, test } from 'vitest'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { PARAMETERS } from '../parameter/registry.ts'
import { SCENES } from '../recording/scenes.ts'
import { checkProcedure } from './check.ts'
import type { Action, AnyProcedure, Clock, Concern, Fact, Gate } from './definition.ts'

const BASIS = '《某法》第一条'
const KNOWN = {
  documentCodes: new Set(['paper', 'letter', 'material-demand']),
  procedures: new Set(['delivery', 'tiny']),
  parameters: new Set(['decision.term']),
  scenes: new Map(
    Object.entries({
      inquiry: SCENES.inquiry,
      seizure: SCENES.seizure,
      hearing: { ...SCENES.hearing, basis: '《某通知》' as const },
    }),
  ),
}
const FACT: Fact = { title: '理由', kind: 'text', per: 'case', disclosure: 'officials' }
const CLOCK: Clock = { title: '办理', term: { length: 5, unit: 'day' }, rolls: true, missed: 'warning', basis: BASIS }
const FINISH: Action = { title: '办结', by: 'handler', asks: ['reason'], meets: ['work'], to: 'done', basis: BASIS }
const CONCERN: Concern = { id: 'whom', basis: BASIS, holds: () => true, none: '没有人' }
const GATE: Gate = { id: 'gate', basis: BASIS, refuse: () => undefined }

type Change = {
  readonly action?: Partial<Action>
  readonly actions?: Readonly<Record<string, Action>>
  readonly clock?: Partial<Clock>
  readonly stages?: AnyProcedure['stages']
  readonly facts?: AnyProcedure['facts']
  readonly clocks?: AnyProcedure['clocks']
} & Partial<Omit<AnyProcedure, 'stages' | 'facts' | 'clocks'>>

/** The smallest procedure that holds, with one thing changed. */
function tiny({ action, actions, clock, stages, facts, clocks, ...more }: Change = {}): AnyProcedure {
  return {
    code: 'tiny',
    version: '1',
    validFrom: plainDate('2021-07-15'),
    title: '小程序',
    basis: BASIS,
    start: 'work',
    starts: ['work'],
    facts: { reason: FACT, ...facts },
    clocks: { work: { ...CLOCK, ...clock }, ...clocks },
    stages: {
      work: { title: '办理', actions: { finish: { ...FINISH, ...action }, ...actions } },
      done: { title: '办结', ends: 'done', actions: {} },
      ...stages,
    },
    ...more,
  }
}

const to = (stage: string, more: Partial<Action> = {}): Action => ({
  title: `去${stage}`,
  by: 'handler',
  to: stage,
  basis: BASIS,
  ...more,
})
function choosing(among: readonly string[], choices = ['inquiry-notice']): Change {
  const other: Fact = { title: '文书', kind: 'paper', per: 'case', disclosure: 'officials', choices }
  return { facts: { other }, action: { asks: ['reason', 'other'], chooses: { fact: 'other', among } } }
}
const unlawful = (basis: string) => basis as typeof BASIS

const FAULTS: readonly (readonly [fault: string, change: Change, sentence: string])[] = [
  ['a start that is no stage', { start: 'nowhere' }, 'the start nowhere is no stage'],
  ['a way to nowhere', { actions: { stray: to('nowhere') } }, 'action work/stray leads to nowhere, which is no stage'],
  [
    'a stage that nothing leads to',
    { stages: { island: { title: '孤岛', actions: { leave: to('done') } } } },
    'stage island is never reached',
  ],
  [
    'a stage without a way out',
    { actions: { enter: to('trap') }, stages: { trap: { title: '陷阱', actions: {} } } },
    'no way leads from stage trap to an end',
  ],
  [
    'two stages that only lead to each other',
    {
      actions: { enter: to('trap') },
      stages: {
        trap: { title: '陷阱', actions: { on: to('loop') } },
        loop: { title: '循环', actions: { back: to('trap') } },
      },
    },
    'no way leads from stage trap to an end',
  ],
  [
    'an end that offers actions',
    { stages: { done: { title: '办结', ends: 'done', actions: { again: to('work') } } } },
    'stage done ends and yet offers actions',
  ],
  [
    'an end whose outcome no action has set',
    { stages: { done: { title: '办结', ends: true, actions: {} } } },
    'the end done is reached on a way where no action sets the outcome',
  ],
  [
    'an end whose outcome is set on one way and not on the other',
    {
      action: { outcome: 'good' },
      actions: { shortcut: to('done') },
      stages: { done: { title: '办结', ends: true, actions: {} } },
    },
    'the end done is reached on a way where no action sets the outcome',
  ],
  [
    'a clock that is not declared',
    { action: { meets: ['work', 'ghost'] } },
    'action work/finish names ghost, which is no clock',
  ],
  ['a clock that nothing starts', { starts: [] }, 'clock work is never started'],
  [
    'a term in hours that moves past holidays',
    { clock: { term: { length: 24, unit: 'hour' } } },
    'clock work counts hours, which are not moved, stopped or lengthened',
  ],
  [
    'a term in hours that counts from what is no instant',
    { clock: { term: { length: 24, unit: 'hour' }, rolls: false, fromInstant: 'nothing' } },
    'clock work counts from nothing, which is no instant',
  ],
  [
    'a contestable clock that waits for no term of remedies',
    { clock: { contestable: true } },
    'clock work is contestable and waits for no term of remedies',
  ],
  ['a clock that nothing meets', { action: { meets: [] } }, 'clock work is never met and does not bind the party'],
  [
    'a clock that counts from a delivery that nobody makes',
    { clock: { fromDelivery: 'letter' } },
    'clock work waits for the delivery of letter, which no action issues and delivers',
  ],
  [
    'a clock that counts from the delivery of a document that is only issued',
    { clock: { fromDelivery: 'letter' }, action: { issues: ['letter'] } },
    'clock work waits for the delivery of letter, which no action issues and delivers',
  ],
  [
    'a clock that is met by a delivery that nobody makes',
    { clock: { metByDelivery: 'letter' } },
    'clock work waits for the delivery of letter, which no action issues and delivers',
  ],
  [
    'a term from a parameter that nobody has registered',
    { clock: { term: { parameter: 'archive.term' } } },
    'clock work names archive.term, which is no parameter',
  ],
  [
    'a clock that counts until something that is no date',
    { clock: { term: { until: 'reason' } } },
    'clock work counts until reason, which is no date that must be given',
  ],
  [
    'a clock whose last day is not asked for where it starts',
    {
      facts: { day: { ...FACT, kind: 'date' } },
      clock: { term: { until: 'day' } },
      actions: { again: to('work', { title: '再来', starts: ['work'] }), tell: to('work', { asks: ['day'] }) },
    },
    'action work/again starts work without asking for day',
  ],
  [
    'an extension of a clock that has none',
    { action: { extends: ['work'] } },
    'action work/finish extends work, which has no extension',
  ],
  [
    'a deduction from a clock that allows none',
    { action: { suspends: ['work'], asks: ['reason', 'suspension-ground'] }, facts: { 'suspension-ground': FACT } },
    'action work/finish suspends work, from which nothing is deducted',
  ],
  [
    'a resumption of a clock that cannot stand still',
    { action: { resumes: ['work'] } },
    'action work/finish resumes work, from which nothing is deducted',
  ],
  [
    'a procedure without an article',
    { basis: unlawful('某法') },
    'the procedure rests on “某法”, which is no article of the form 《…》第…条',
  ],
  [
    'a clock without an article',
    { clock: { basis: unlawful('') } },
    'clock work rests on “”, which is no article of the form 《…》第…条',
  ],
  [
    'an action without an article',
    { action: { basis: unlawful('《某法》') } },
    'action work/finish rests on “《某法》”, which is no article of the form 《…》第…条',
  ],
  [
    'a gate whose article is written in digits',
    { action: { gates: [{ ...GATE, basis: '《某法》第 1 条' }] } },
    'gate gate rests on “《某法》第 1 条”, which is no article of the form 《…》第…条',
  ],
  [
    'a term that rests on a rule of the house',
    { clock: { basis: unlawful('内部管理：十日') } },
    'clock work rests on “内部管理：十日”, which is no article of the form 《…》第…条',
  ],
  [
    'a case of its own that rests on a rule of the house',
    {
      basis: unlawful('内部管理：分派'),
      opening: { by: 'handler', partyTitle: '当事人', violations: true, asks: [], starts: [] },
    },
    'the procedure rests on “内部管理：分派”, which is no article of the form 《…》第…条',
  ],
  [
    'a rule of the house that says nothing',
    { action: { basis: unlawful('内部管理：') } },
    'action work/finish rests on “内部管理：”, which is no article of the form 《…》第…条',
  ],
  ['a gate that is listed twice', { action: { gates: [GATE, GATE] } }, 'action work/finish lists gate gate twice'],
  [
    'one gate id for two rules',
    { action: { gates: [GATE] }, actions: { other: to('done', { gates: [{ ...GATE, basis: '《某法》第二条' }] }) } },
    'gate gate rests on two articles, so it is two gates',
  ],
  [
    'a document that no template makes',
    { action: { issues: ['poem'] } },
    'action work/finish issues poem, which is no kind of document',
  ],
  [
    'a case number from a document that nobody issues',
    { numberedBy: 'paper' },
    'the number of the case comes from paper, which no action issues',
  ],
  [
    'a disclosure of a document that nobody issues',
    { disclosure: { documents: ['paper'], clock: 'work' } },
    'the disclosure comes from paper, which no action issues',
  ],
  [
    'things that leave without a paper',
    { action: { things: { does: 'lapse' } } },
    'action work/finish moves things and issues nothing',
  ],
  [
    'things moved by a fact that names none',
    { action: { things: { fact: 'reason', does: 'return' }, issues: ['letter'] } },
    'action work/finish moves things by reason, which names none',
  ],
  [
    'a child that no program knows',
    { action: { opens: 'dream' } },
    'action work/finish opens dream, which is no procedure',
  ],
  [
    'a delivery of nothing',
    { action: { opens: 'delivery' } },
    'action work/finish opens a delivery and issues nothing',
  ],
  [
    'a paper chosen by a fact that names none',
    { action: { chooses: { fact: 'reason', among: [] } } },
    'action work/finish chooses a paper by reason, which names none',
  ],
  [
    'a paper that the fact does not offer',
    choosing(['inquiry-notice', 'material-demand']),
    'action work/finish chooses material-demand, which other does not offer',
  ],
  [
    'a paper that asks nothing',
    choosing(['penalty-decision'], ['penalty-decision']),
    'action work/finish chooses penalty-decision, which asks nothing',
  ],
  [
    'a paper that has an action of its own',
    {
      ...choosing(['material-demand'], ['material-demand']),
      actions: { other: to('done', { issues: ['material-demand'] }) },
    },
    'action work/finish chooses material-demand, which has an action of its own',
  ],
  [
    'a paper that is chosen and not asked for',
    { ...choosing(['inquiry-notice']), actions: { other: to('done', { chooses: { fact: 'other', among: [] } }) } },
    'action work/other does not ask for other, without which it has no effect',
  ],
  [
    'a question for something that is no fact',
    { action: { asks: ['reason', 'ghost'] } },
    'action work/finish names ghost, which is no fact',
  ],
  ['a fact that nobody asks for', { facts: { idle: FACT } }, 'fact idle is never asked for'],
  ['a draft of something that is no fact', { draft: ['ghost'] }, 'the draft names ghost, which is no fact'],
  [
    'an erasure of something that is no fact',
    { action: { clears: ['ghost'] } },
    'action work/finish names ghost, which is no fact',
  ],
  [
    'a result of single parties that has no weight',
    { action: { concerns: CONCERN, outcome: 'spared' } },
    'action work/finish gives the result spared, which has no weight',
  ],
  ['a result that nobody comes to', { results: { fined: '处罚' } }, 'the result fined is given by no action'],
  [
    'a concern without an article',
    { action: { concerns: { ...CONCERN, basis: unlawful('') } } },
    'gate whom rests on “”, which is no article of the form 《…》第…条',
  ],
  [
    'a choice without choices',
    { facts: { reason: { ...FACT, kind: 'choice' } } },
    'fact reason is a choice without choices',
  ],
  [
    'choices for a text',
    { facts: { reason: { ...FACT, choices: ['甲'] } } },
    'fact reason has choices and is no choice',
  ],
  [
    'a change of handlers that does not ask who',
    { action: { adds: 'handlers' } },
    'action work/finish does not ask for handlers, without which it has no effect',
  ],
  [
    'an actor whom nobody appoints',
    { action: { by: 'king' as 'host' } },
    'action work/finish names king, which is no role',
  ],
  [
    'an approval by somebody whom nobody appoints',
    { action: { approval: ['unit-head', 'king' as 'host'] } },
    'action work/finish names king, which is no role',
  ],
  [
    'a place for what the bank tells where no payment is booked',
    { action: { fromBank: true } },
    'action work/finish takes what the bank tells and books no payment',
  ],
  [
    'a booking taken back by one hand',
    { action: { adds: 'reversal' } },
    'action work/finish takes a booking back and nobody agrees',
  ],
  [
    'a booking taken back without a word',
    { action: { adds: 'reversal', approval: ['unit-head'] } },
    'action work/finish takes a booking back and does not ask which and why',
  ],
  ['an approval by nobody', { action: { approval: [] } }, 'action work/finish waits for the approval of nobody'],
  [
    'a scene that nobody knows',
    { action: { records: [{ scene: 'wedding' as 'inquiry', duty: 'must' }] } },
    'action work/finish records wedding, which is no scene',
  ],
  [
    'a scene that rests on nothing',
    { action: { records: [{ scene: 'hearing', duty: 'must' }] } },
    'scene hearing rests on “《某通知》”, which is no article and no document',
  ],
  [
    'a seizure that is recorded at will',
    { action: { records: [{ scene: 'seizure', duty: 'as-needed' }] } },
    'action work/finish records seizure as needed, which must be recorded',
  ],
  [
    'a seizure that is kept in sound only',
    { action: { records: [{ scene: 'seizure', duty: 'must', media: ['audio'] }] } },
    'action work/finish records seizure by audio, by which it is not recorded',
  ],
  [
    'a scene that depends on what nobody is asked',
    { action: { records: [{ scene: 'inquiry', duty: 'must', onlyIf: [{ fact: 'weather', is: '晴' }] }] } },
    'action work/finish records inquiry by what weather says, which it does not ask for',
  ],
  [
    'a recording that no step could wait for',
    {
      action: { records: [{ scene: 'inquiry', duty: 'as-needed' }] },
      opening: { by: 'handler', partyTitle: '当事人', violations: true, asks: [], starts: [] },
    },
    'action work/finish records a scene and ends the case, so that nothing waits for the recording',
  ],
  [
    'an item that brings what the opening does not ask',
    {
      opening: {
        by: 'handler',
        partyTitle: '当事人',
        violations: true,
        asks: [],
        starts: [],
        item: { name: 'reason', basis: 'reason' },
      },
    },
    'the opening takes reason from an item and does not ask for it',
  ],
  [
    'a changed decision that goes from the public and does not come back',
    { action: { withdraws: { ground: 'changed', reason: 'reason' }, issues: ['letter'] } },
    'action work/finish withdraws a changed decision, and publishes nothing in its place',
  ],
  [
    'two actions that look the same',
    { actions: { twin: to('done', { title: '办结' }) } },
    'stage work has two actions called “办结”',
  ],
  [
    'a lawsuit that is the office’s own term',
    { clock: { onlyByChoice: true } },
    'clock work is of a lawsuit and not of the party',
  ],
  [
    'the end of a term that opens nothing',
    { clock: { binds: 'party', afterwards: { may: 'fly' } } },
    'clock work opens fly when it is over, which is no action',
  ],
  [
    'a term of the office that speaks of its own end',
    { clock: { afterwards: { may: 'finish' } } },
    "clock work says what is open once it is over, and is the office's own",
  ],
]

describe('a definition is checked before it may run', () => {
  test('the smallest procedure holds', () => {
    expect(checkProcedure(tiny(), KNOWN)).toEqual([])
  })

  test.each(FAULTS)('%s is found, and nothing else', (_fault, change, sentence) => {
    expect(checkProcedure(tiny(change), KNOWN)).toContain(`tiny: ${sentence}`)
    const others = checkProcedure(tiny(change), KNOWN).filter((found) => !found.endsWith(sentence))
    expect(others.filter((found) => !found.includes('stage loop'))).toEqual([])
  })

  test('a clock of the party needs nobody to meet it', () => {
    expect(checkProcedure(tiny({ clock: { binds: 'party' }, action: { meets: [] } }), KNOWN)).toEqual([])
  })

  test('a clock may count from the delivery of what is issued and delivered', () => {
    const action = { issues: ['letter'], opens: 'delivery' }
    expect(checkProcedure(tiny({ starts: [], clock: { fromDelivery: 'letter' }, action }), KNOWN)).toEqual([])
  })
})

describe('the procedures that run here', () => {
  const known = {
    documentCodes: new Set(DOCUMENT_KINDS.map((kind) => kind.code)),
    procedures: new Set([...PROCEDURES.values()].map((procedure) => procedure.code)),
    parameters: new Set(Object.keys(PARAMETERS)),
    scenes: new Map(Object.entries(SCENES)),
  }

  test.each([...PROCEDURES.values()])('$title holds', (procedure) => {
    expect(checkProcedure(procedure, known)).toEqual([])
  })
})
