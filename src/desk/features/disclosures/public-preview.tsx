import type { DisclosureDetail } from '#contract/disclosures.ts'
import { type EarlierDecision, LATER_EFFECTS } from '#domain/disclosure/later-act.ts'
import type { PublicRecord } from '#domain/disclosure/public-record.ts'
import { longDay } from '../../lib/office-time.ts'
import { MarkedText, type Numbered } from './marked-text.tsx'

type Props = { readonly detail: DisclosureDetail; readonly marks: readonly Numbered[] }

const HEADS: Readonly<Record<DisclosureDetail['shows'], string>> = {
  draft: '确认以后，公众看到的就是下面这些，一字不差。',
  published: '公众现在看到的就是下面这些。',
  proposal: '按规则脱敏以后，公众将看到下面这些。准备时可以再隐去几处。',
  nothing: '公众看不到内容。',
}

/** Exactly what the public sees, field by field, with what was hidden marked. */
export function PublicPreview({ detail, marks }: Props) {
  const { record, shows } = detail
  return (
    <section className="public-preview" aria-label="公众看到的">
      <p className="preview-head">{HEADS[shows]}</p>
      {record && <Sheet record={record} marks={marks} />}
    </section>
  )
}

function Sheet({ record, marks }: { readonly record: PublicRecord; readonly marks: readonly Numbered[] }) {
  const at = (where: string) => marks.filter((mark) => mark.where === where)
  const lines: readonly (readonly [string, readonly string[], readonly Numbered[]])[] = [
    ['以前的决定', (record.earlier ?? []).map(earlierText), []],
    ['当事人', record.parties.map(({ name, code }) => [name, code].filter(Boolean).join('，')), at('当事人')],
    ['案由', record.causes, at('案由')],
    ...record.facts.map(({ title, text }) => [title, [text], at(title)] as const),
    ['依据', record.bases, []],
    ['决定', record.sanctions, at('决定')],
    ['救济途径', record.remedy === undefined ? [] : [record.remedy], []],
    ['经过', record.steps.map(({ title, on }) => `${title}　${longDay(on)}`), []],
  ]
  return (
    <article className="public-sheet">
      <h2>
        <MarkedText text={record.title} marks={at('标题')} />
      </h2>
      <p className="muted">
        {[record.documentTitle, record.number, record.agencyName, longDay(record.decidedOn)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {record.correction && (
        <p className="notice soon">
          更正于{longDay(record.correction.on)}：{record.correction.note}
        </p>
      )}
      <dl>
        {lines
          .filter(([, texts]) => texts.length > 0)
          .map(([title, texts, own]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>
                {texts.map((text) => (
                  <p key={text}>
                    <MarkedText text={text} marks={own} />
                  </p>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </article>
  )
}

function earlierText({ number, decidedOn, effect }: EarlierDecision): string {
  return `${LATER_EFFECTS[effect].does}${number ?? '原决定'}（${longDay(decidedOn)}作出）`
}
