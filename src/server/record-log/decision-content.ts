import { canonicalJson } from '#domain/record-log/canonical-json.ts'

export const CHOICES = ['continue', 'new-log'] as const
export type Choice = (typeof CHOICES)[number]

/** What an operator decided after the log had stopped; sealed in the log itself. */
export type Decision = {
  readonly decision: string
  readonly choice: Choice
  readonly epoch: number
  readonly origin: string
  /** Why the log had stopped. */
  readonly problem: string
  readonly horizon: number
  readonly fromSize: number
  readonly toSize: number
  readonly recovered: number
  readonly reason: string
  readonly decidedBy: string
  readonly decidedAt: string
}

/** The text whose salted digest is the leaf (RFC 8785). */
export function decisionContent(all: Decision): string {
  const {
    decision,
    choice,
    epoch,
    origin,
    problem,
    horizon,
    fromSize,
    toSize,
    recovered,
    reason,
    decidedBy,
    decidedAt,
  } = all
  const sealed = {
    decision,
    choice,
    epoch,
    origin,
    problem,
    horizon,
    fromSize,
    toSize,
    recovered,
    reason,
    decidedBy,
    decidedAt,
  }
  return canonicalJson(sealed)
}

export const decisionSubject = (decision: string): string => `reconciliation:${decision}`

/** The columns of `Decision`, of `app.log_decisions d`. */
export const DECISION_PARTS = `d.id AS decision, d.choice, d.epoch, d.origin, d.problem, d.horizon, d.from_size AS "fromSize",
  d.to_size AS "toSize", d.recovered, d.reason, d.decided_by AS "decidedBy", d.decided_at AS "decidedAt"`
