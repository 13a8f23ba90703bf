import type { Answer } from '../command.ts'

type Verdict = {
  readonly ok: boolean
  readonly proved: readonly string[]
  readonly notProved: readonly string[]
  readonly problems: readonly string[]
}

/** A verdict for people and for programs; exit code 1 when something is wrong. */
export function tellVerdict(
  verdict: Verdict,
  data: Readonly<Record<string, unknown>>,
  more: readonly string[],
): Answer {
  const { ok, proved, notProved, problems } = verdict
  const parts = [
    [ok ? '核验通过。' : '核验不通过。'],
    section('问题', problems),
    section('已证明', proved),
    section('未证明', notProved),
    [...more],
  ]
  return {
    text: parts.flat().join('\n'),
    data: { ok, proved, notProved, problems, ...data },
    exitCode: ok ? 0 : 1,
  }
}

const section = (title: string, sentences: readonly string[]): string[] =>
  sentences.length === 0 ? [] : [`${title}：`, ...sentences.map((sentence) => `  · ${sentence}`)]
