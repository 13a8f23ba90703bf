import { Link } from '@tanstack/react-router'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'

const EXACT = { exact: true }

/** The parts of the room of the agency. */
export function AgencyTabs() {
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
    </TabLinks>
  )
}
