import { type Countersigning, countersignerTitle, verdictOf } from '#domain/case/countersigning.ts'
import { shortDay } from '../../../lib/office-time.ts'

type Props = {
  readonly lines: readonly Countersigning[]
  readonly mayRelease: readonly string[]
  readonly onRelease: (line: Countersigning) => void
}

/** Who was asked to be heard, and what each has said. */
export function CountersigningList({ lines, mayRelease, onRelease }: Props) {
  if (lines.length === 0) return null
  return (
    <section className="countersigning" aria-label="会签">
      <h3>会签</h3>
      <ul className="approval-road">
        {lines.map((line) => (
          // Who is asked anew has a line of their own.
          <li key={`${line.of}${lines.indexOf(line)}`} className={standing(line)}>
            <b>{countersignerTitle(line)}</b>
            <span>
              {wordsOf(line)}
              {standing(line) === 'now' && mayRelease.includes(line.of) && (
                <button type="button" className="button plain small" onClick={() => onRelease(line)}>
                  收回<span className="unseen">送{line.name}的会签</span>
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function standing({ said, released }: Countersigning): 'done' | 'now' | 'ahead' {
  if (said) return 'done'
  return released ? 'ahead' : 'now'
}

function wordsOf({ said, released, question, on }: Countersigning): string {
  if (said) {
    const verdict = verdictOf(said.agrees)
    return `${said.opinion.startsWith(verdict) ? '' : `${verdict}：`}${said.opinion}（${shortDay(said.on)}）`
  }
  if (released) return `已收回：${released.reason}（${shortDay(released.on)}）`
  return `${shortDay(on)}送，正在等${question === undefined ? '' : `：${question}`}`
}
