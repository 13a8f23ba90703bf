import { Link } from '@tanstack/react-router'
import { AGENCY_KEEPERS } from '#domain/access/permissions.ts'
import { useMay } from '../../lib/session-context.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'

const EXACT = { exact: true }

/** The parts of the room of the agency. */
export function AgencyTabs() {
  const mayKeep = useMay(AGENCY_KEEPERS)
  return (
    <TabLinks label="机关" isOfRoom>
      <Link to="/agency" activeOptions={EXACT}>
        登记事项
      </Link>
      <Link to="/agency/entrustments" activeOptions={EXACT}>
        委托执法
      </Link>
      <Link to="/agency/posts" activeOptions={EXACT}>
        岗位
      </Link>
      {mayKeep && (
        <Link to="/agency/letters" activeOptions={EXACT}>
          责任书、承诺书
        </Link>
      )}
    </TabLinks>
  )
}
