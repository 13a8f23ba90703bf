import { Link } from '@tanstack/react-router'
import { INTAKE } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'
import type { Tab } from '../../lib/worklist-tabs.ts'

type Props = { readonly tab: Tab; readonly text: string; readonly total: number }

const NOTHING: Readonly<Record<Tab, string>> = {
  mine: '现在没有等您办的案件。',
  soon: '没有快到期的案件。',
  overdue: '没有逾期的案件。',
  returned: '没有被退回的案件。',
  all: '本机关还没有案件。',
}

/** An empty list says what to do first. */
export function WorklistEmpty({ tab, text, total }: Props) {
  const mayOpen = useMay(INTAKE)
  if (text !== '') {
    return (
      <div className="empty">
        <h2>没有找到“{text}”</h2>
        <p>换一个词，或者只写名称里的两个字；也可以到“全部”里查找。</p>
      </div>
    )
  }
  return (
    <div className="empty">
      <h2>{NOTHING[tab]}</h2>
      {mayOpen && total === 0 && <p>收到线索或者申请，先新建案件：写明来源，登记当事人，指定两名承办人员。</p>}
      {tab !== 'all' && total > 0 && (
        <div className="buttons">
          <Link to="/" search={{ tab: 'all' }} className="button small">
            看全部 {total} 件
          </Link>
        </div>
      )}
    </div>
  )
}
