import type { ArchiveDetail } from '#contract/archive.ts'
import { PROPERTIES, PROPERTY_TITLES } from '#domain/archive/property-result.ts'

type Line = ArchiveDetail['test'][number]

const WORDS = { passed: '符合', failed: '不符合', 'not-run': '未检' } as const
const TONES = { passed: 'ok', failed: 'late', 'not-run': 'muted' } as const

/** The four-property test, check by check: what was looked at and what was found. */
export function PropertyReport({ test }: { readonly test: readonly Line[] }) {
  const failed = test.filter(({ result }) => result === 'failed')
  return (
    <section aria-label="四性检测">
      <h2>四性检测</h2>
      {failed.length > 0 ? (
        <p className="notice late">
          <strong>{failed.length} 项不符合</strong>
        </p>
      ) : (
        <p className="notice ok">
          <strong>没有不符合的项目</strong>
        </p>
      )}
      {PROPERTIES.map((property) => (
        <div key={property} className="property-group">
          <h3>{PROPERTY_TITLES[property]}</h3>
          <ul>
            {test
              .filter((line) => line.property === property)
              .map((line) => (
                <PropertyRow key={line.id} line={line} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function PropertyRow({ line: { title, result, looked, finding } }: { readonly line: Line }) {
  return (
    <li className="property-line">
      <b className={TONES[result]}>{WORDS[result]}</b>
      <span>
        {title}
        {looked && <small>看了：{looked}</small>}
        {result !== 'passed' && <small className={TONES[result]}>{finding}</small>}
      </span>
    </li>
  )
}
