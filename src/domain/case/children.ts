import { currentProcedure } from '../procedure/procedures.ts'
import { startClock, suspendForChild } from './clock-events.ts'
import { getRun } from './state.ts'
import { type Story, tell, through } from './story.ts'
import { digestOfDraft } from './view.ts'

type Subject = { readonly document?: string; readonly party?: string; readonly parties?: readonly string[] }

/** Opens a procedure of its own inside this run; it binds the draft as it stands now. */
export function openChild(story: Story, parent: string, action: string, code: string, subject: Subject = {}): Story {
  const { env, state } = story
  const procedure = currentProcedure(env.procedures, code, env.today)
  if (!procedure) throw new Error(`no version of procedure ${code} is in force on ${env.today}`)
  const run = env.newId()
  const draft = digestOfDraft(env, state, getRun(state, parent))
  const { version, start: stage, starts = [] } = procedure
  return through(
    tell(story, { type: 'child-opened', run, parent, action, procedure: code, version, stage, ...subject, draft }),
    (so) => starts.reduce((on, clock) => startClock(on, run, clock, env.today), so),
    (so) => suspendForChild(so, run),
  )
}

/** One delivery for each party that is addressed: the receipt names all documents of the action together. */
export function openDeliveries(story: Story, parent: string, action: string, issued: readonly string[]): Story {
  const documents = story.state.documents.filter((doc) => issued.includes(doc.id) && doc.party !== undefined)
  const firstOf = new Map<string, string>()
  for (const doc of documents) if (doc.party && !firstOf.has(doc.party)) firstOf.set(doc.party, doc.id)
  return [...firstOf].reduce(
    (so, [party, document]) => openChild(so, parent, action, 'delivery', { document, party }),
    story,
  )
}
