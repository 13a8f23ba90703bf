import { lazy, Suspense, useEffect, useState } from 'react'
import type { SessionAnswer } from '#contract/session.ts'
import { LoginPage, readSession, signOut } from '../features/session/index.ts'
import { sentenceOf } from '../lib/problem-error.ts'
import { SessionContext } from '../lib/session-context.ts'
import { onSessionLost, reportSessionBack } from '../lib/session-lost.ts'

const loadOffice = () => import('./office.tsx').then(({ Office }) => ({ default: Office }))
const Office = lazy(loadOffice)

type Gate =
  | { readonly at: 'asking' }
  | { readonly at: 'failed'; readonly sentence: string }
  | { readonly at: 'login' }
  | { readonly at: 'office'; readonly session: SessionAnswer; readonly isLost: boolean }

/** The door: login or office. A session that runs out asks for the password over the open work. */
export function Desk() {
  const [gate, setGate] = useState<Gate>({ at: 'asking' })
  useEffect(() => {
    readSession().then(
      (session) => setGate(session ? { at: 'office', session, isLost: false } : { at: 'login' }),
      (error: unknown) => setGate({ at: 'failed', sentence: sentenceOf(error) }),
    )
    return onSessionLost(() => setGate((now) => (now.at === 'office' ? { ...now, isLost: true } : now)))
  }, [])

  const enter = (session: SessionAnswer) => {
    // Somebody else's session must not inherit what the first one had on the screen.
    if (gate.at === 'office' && gate.session.person.id !== session.person.id) return window.location.reload()
    setGate({ at: 'office', session, isLost: false })
    reportSessionBack()
  }
  const leave = () => {
    void signOut().finally(() => window.location.assign('/'))
  }

  if (gate.at === 'asking') return <p className="unseen">正在打开…</p>
  if (gate.at === 'failed') return <p className="notice late">{gate.sentence}</p>
  if (gate.at === 'login') return <LoginPage onSignedIn={enter} onTry={loadOffice} />
  return (
    <SessionContext value={{ session: gate.session, signOut: leave }}>
      <Suspense fallback={<p className="unseen">正在打开…</p>}>
        <Office />
      </Suspense>
      {gate.isLost && <LoginPage again={gate.session.person.login} onSignedIn={enter} />}
    </SessionContext>
  )
}
