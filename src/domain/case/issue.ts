import { findDocumentKind } from '../document/registry.ts'
import type { Action } from '../procedure/definition.ts'
import { getProcedure } from '../procedure/procedures.ts'
import { meetClock } from './clock-events.ts'
import { openRuns } from './open-runs.ts'
import { getRun, type IssuedDocument } from './state.ts'
import { type Story, tell } from './story.ts'
import { digestOfDraft } from './view.ts'

type Issuing = { readonly run: string; readonly action: Pick<Action, 'issuesIf'>; readonly parties: readonly string[] }

/** Makes out a paper of the run: one, or one to each party whom it concerns. */
export function issue(story: Story, { run: runId, action, parties: concerned }: Issuing, code: string): Story {
  const { env, state } = story
  const kind = findDocumentKind(code, env.today)
  if (!kind) throw new Error(`document kind ${code} is not in force on ${env.today}`)
  const run = getRun(state, runId)
  const onlyIf = action.issuesIf?.[code] ?? (() => true)
  const among = kind.per === 'party' ? concerned : [undefined]
  const parties = among.filter((party) => onlyIf({ env, state, run }, party ?? ''))
  const draft = digestOfDraft(env, state, run)
  const documents = parties.map<IssuedDocument>((party) => ({
    id: env.newId(),
    code,
    issuedOn: env.today,
    draft,
    ...(party === undefined ? {} : { party }),
  }))
  const numbersCase = getProcedure(env.procedures, run.procedure, run.version).numberedBy === code
  const issued = documents.reduce(
    (so, document) => tell(so, { type: 'document-issued', run: runId, document, numbersCase }),
    story,
  )
  return documents.length === 0 ? issued : meetByIssue(issued, code)
}

/** Terms of any open run that this paper meets. */
function meetByIssue(story: Story, code: string): Story {
  return openRuns(story.state).reduce((so, run) => {
    const { clocks } = getProcedure(so.env.procedures, run.procedure, run.version)
    const met = Object.keys(clocks).filter((name) => clocks[name]?.metByIssue === code)
    return met.reduce((on, name) => meetClock(on, run.id, name), so)
  }, story)
}
