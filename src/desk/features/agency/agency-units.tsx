import type { AgencyUnit } from '#contract/agency.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'

const UNIT_KINDS: Readonly<Record<string, string>> = {
  handling: '承办机构',
  review: '法制审核机构',
  window: '窗口',
  leadership: '机关领导和综合',
  archive: '档案机构',
  supervision: '执法监督机构',
}

/** 内设机构 with those who have a post there today; a certificate that is valid today stands beside its holder. */
export function AgencyUnits({ units }: { readonly units: readonly AgencyUnit[] }) {
  return (
    <section aria-labelledby="units">
      <h2 id="units">内设机构</h2>
      {units.length === 0 && <p className="empty">还没有登记内设机构。</p>}
      <ul className="agency-units">
        {units.map((unit) => (
          <li key={unit.id}>
            <h3>
              {unit.name}
              <small>{`${UNIT_KINDS[unit.kind] ?? unit.kind} · ${unit.people.length} 人`}</small>
            </h3>
            {unit.people.length === 0 && <p className="muted">今天没有人在岗。</p>}
            <ul>
              {unit.people.map((person) => (
                <Member key={person.id} person={person} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Member({
  person: { name, posts, isPrincipal, certificate },
}: {
  readonly person: AgencyUnit['people'][number]
}) {
  const titles = posts.map(({ role }) => POST_TITLES[role]).join('、')
  return (
    <li className="agency-member">
      <b>{name}</b>
      <span>{isPrincipal ? `${titles}（正职）` : titles}</span>
      {certificate && <small>{`执法证 ${certificate}`}</small>}
    </li>
  )
}
