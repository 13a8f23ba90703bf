import type { RawFacts } from '#domain/case/command.ts'
import * as custody from '../custody-steps.ts'
import { done, type LawOffice } from '../law-office.ts'
import * as steps from '../penalty-steps.ts'
import { SPARES } from './after-scenarios.ts'
import { CHILD, moved, type Rows, type Run } from './scenario.ts'

type Kind = 'things-decided' | 'confiscation-founded' | 'taken-in-term'
type Row = ReturnType<typeof custody.portion>

const SAYS: Readonly<Record<Kind, string>> = {
  'things-decided': '还差：酱油 6瓶',
  'confiscation-founded': '没收',
  'taken-in-term': '期限已经届满',
}
/** The thirty days of a seizure of the first of June, and a day. */
const AFTER_THE_TERM = '2026-07-02'

/** What the draft says of the sauce that was seized. */
const DRAFTED: Readonly<Record<Kind, (office: LawOffice) => readonly Row[]>> = {
  'things-decided': () => [],
  'confiscation-founded': (office) => [custody.portion(office, '酱油', '6', '没收')],
  'taken-in-term': (office) => [custody.portion(office, '酱油', '6', '销毁')],
}

const disposal = (rows: readonly Row[]): RawFacts => ({ case: steps.DRAFT, party: { 'party-1': { disposal: rows } } })

function seizedFor(office: LawOffice): void {
  steps.fileCase(office, { parties: [{ ...CHILD }] })
  custody.seized(office, { listed: [custody.SAUCE] })
}

/** In the decision, with this in the draft, and in time unless it is the time that matters. */
function decided(kind: Kind, draft: (office: LawOffice) => void, action: string): Run {
  return (office) => {
    draft(office)
    done(office.take('lin', 'draft', disposal(DRAFTED[kind](office))))
    moved(office)
    if (kind === 'taken-in-term') office.on(AFTER_THE_TERM)
    return office.take('lin', action)
  }
}

const penalty = (office: LawOffice): void => {
  custody.seized(office, { listed: [custody.SAUCE] })
  steps.reach(office, 'drafting')
}

const spared =
  (proposal: string) =>
  (office: LawOffice): void => {
    seizedFor(office)
    steps.investigate(office, { proposal })
    done(office.take('lin', 'go-without-notice'))
  }

function rowsFor(action: string, draft: (office: LawOffice) => void): Rows {
  const kinds = Object.keys(SAYS) as Kind[]
  return Object.fromEntries(
    kinds.map((kind) => [
      `penalty-ordinary/${action}/${kind}`,
      { says: SAYS[kind], run: decided(kind, draft, action) },
    ]),
  )
}

/** What becomes of things in custody, decided with the case. */
export const DISPOSALS: Rows = {
  'penalty-ordinary/draft/confiscation-founded': {
    says: '没有告知',
    run: (office) => {
      penalty(office)
      return office.take('lin', 'draft', disposal([custody.portion(office, '酱油', '6', '没收')]))
    },
  },
  'penalty-ordinary/draft/disposal-fits': {
    says: '只有6瓶，不能填7瓶',
    run: (office) => {
      penalty(office)
      return office.take('lin', 'draft', disposal([custody.portion(office, '酱油', '7', '解除、返还')]))
    },
  },
  'penalty-ordinary/submit-review/things-decided': {
    says: '还差：酱油 6瓶',
    run: (office) => {
      penalty(office)
      done(office.take('lin', 'draft', disposal([])))
      return office.take('lin', 'submit-review')
    },
  },
  ...rowsFor('decide', penalty),
  ...Object.assign({}, ...SPARES.map(([action, proposal]) => rowsFor(action, spared(proposal)))),
}
