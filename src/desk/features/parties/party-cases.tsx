import { Link } from '@tanstack/react-router'
import type { PartyCase } from '#contract/parties.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { longDay } from '../../lib/office-time.ts'

type Props = { readonly cases: readonly PartyCase[]; readonly otherAgencyCases: number }

/** The cases of the own agency as lines, newest first; of the others only how many. */
export function PartyCases({ cases, otherAgencyCases }: Props) {
  return (
    <section aria-label="案件" className="party-cases">
      <h2>案件</h2>
      {cases.length === 0 && <p className="muted">本机关没有这个当事人的案件。</p>}
      <ul>
        {cases.map((item) => (
          <li key={item.id}>
            <Link to="/cases/$caseId" params={{ caseId: item.id }} className="party-row" data-row>
              <b>{item.name}</b>
              <small>
                {[
                  item.number,
                  stageTitle(item),
                  `${longDay(item.openedOn)}登记`,
                  item.endedOn && `${longDay(item.endedOn)}办结`,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </Link>
          </li>
        ))}
      </ul>
      {otherAgencyCases > 0 && <p className="hint">其他机关另有 {otherAgencyCases} 件，内容由该机关保管。</p>}
    </section>
  )
}

function stageTitle({ procedureCode, stage }: PartyCase): string {
  const procedure = [...PROCEDURES.values()].find(({ code }) => code === procedureCode)
  return procedure?.stages[stage]?.title ?? stage
}
