import type { CaseMoved } from '#contract/case-moved.ts'
import type { CaseAnswer } from '#contract/cases.ts'
import type { RawFacts } from '#domain/case/command.ts'
import type { Offer } from '#domain/case/offers.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Clock } from '#server/clock.ts'
import { unrecorded } from './scene-words.ts'

export type RoadAnswer = { readonly statusCode: number; readonly body: string; json<T>(): T }
export type RoadCaller = {
  get(url: string): Promise<RoadAnswer>
  send(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<RoadAnswer>
}
/** Any office in which people are signed in: injected, or a running house. */
export type RoadDesk<C extends RoadCaller = RoadCaller> = {
  as(login: string): Promise<C>
  readonly context: { readonly clock: Clock }
}

/** Drives cases over HTTP as people do: each step by somebody who is signed in. */
export class CaseRoad<C extends RoadCaller = RoadCaller> {
  readonly desk: RoadDesk<C>
  id = ''
  version = 0
  private readonly callers = new Map<string, C>()

  constructor(desk: RoadDesk<C>) {
    this.desk = desk
  }

  async as(login: string): Promise<C> {
    const known = this.callers.get(login) ?? (await this.desk.as(login))
    this.callers.set(login, known)
    return known
  }

  /** Sessions end when nobody works for long; everybody signs in again. */
  signInAgain(): void {
    this.callers.clear()
  }

  async open(login: string, body: unknown): Promise<void> {
    this.moved(await (await this.as(login)).send('POST', '/api/cases', body), 201)
  }

  /** Takes an action; in the newest open run that offers it unless a run is named, and without a recording unless it is said. */
  async take(
    login: string,
    action: string,
    facts: unknown = {},
    more: Record<string, unknown> = {},
  ): Promise<CaseMoved> {
    const offer = await this.offering(login, action)
    const { run = offer?.run ?? 'main', scenes = unrecorded(offer?.records ?? [], facts as RawFacts) } = more
    return this.moved(await this.trial(login, action, { facts, ...more, run, scenes }))
  }

  /** The same without expecting that it goes through. */
  async trial(login: string, action: string, body: unknown, headers: Record<string, string> = {}) {
    const caller = await this.as(login)
    const url = `/api/cases/${this.id}/actions/${action}`
    return caller.send('POST', url, body, { 'if-match': `"${this.version}"`, ...headers })
  }

  async agree(...logins: readonly string[]): Promise<void> {
    for (const login of logins) {
      const answer = await this.read(login)
      const [waiting] = answer.approvals
      if (!waiting) throw new Error('nothing waits for agreement')
      const url = `/api/cases/${this.id}/approvals/${waiting.proposal}`
      const body = { do: 'agree', run: waiting.run, opinion: '同意' }
      this.moved(await (await this.as(login)).send('POST', url, body, { 'if-match': `"${this.version}"` }))
    }
  }

  async read(login: string): Promise<CaseAnswer> {
    const answer = await (await this.as(login)).get(`/api/cases/${this.id}`)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json<CaseAnswer>()
  }

  async state(login: string): Promise<CaseState> {
    return (await this.read(login)).state
  }

  private async offering(login: string, action: string): Promise<Offer | undefined> {
    const { offers } = await this.read(login)
    return offers.findLast((offer) => offer.action === action)
  }

  private moved(answer: { statusCode: number; body: string; json<T>(): T }, status = 200): CaseMoved {
    if (answer.statusCode !== status) throw new Error(`${answer.statusCode} ${answer.body}`)
    const moved = answer.json<CaseMoved>()
    this.id = moved.id
    this.version = moved.version
    return moved
  }
}

/** The case that stands at this address, for steps over HTTP in between. */
export async function roadAt<C extends RoadCaller>(
  desk: RoadDesk<C>,
  address: string,
  login: string,
): Promise<CaseRoad<C>> {
  const road = new CaseRoad(desk)
  road.id = address.split('/').at(-1) ?? ''
  road.version = (await road.read(login)).version
  return road
}
