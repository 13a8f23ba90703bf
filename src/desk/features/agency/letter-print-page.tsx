import './agency.css'
import './letter-print.css'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { PostLettersAnswer } from '#contract/post-letters.ts'
import { LETTER_KINDS, type LetterKind } from '#domain/agency/post-letter.ts'
import { longDay } from '../../lib/office-time.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { lettersQuery } from './letters-query.ts'

/** A letter on one sheet: to be signed, or as it was signed. */
export function LetterPrintPage() {
  const wanted = useWanted()
  const { data, error } = useQuery(lettersQuery)
  const sheet = data && sheetOf(data, wanted)
  useTitle('责任书、承诺书')
  return (
    <main className="agency letter-print-page" aria-label="责任书、承诺书">
      <p className="letter-print-back">
        <Link to="/agency/letters">责任书、承诺书</Link>
      </p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && !sheet && <p className="empty">没有这份，可能已经签过。请回到清单。</p>}
      {data && sheet && (
        <>
          <Letter agencyName={data.agencyName} sheet={sheet} />
          <button type="button" className="button" onClick={() => window.print()}>
            打印
          </button>
        </>
      )}
    </main>
  )
}

const useWanted = () => useSearch({ from: '/agency/letters/print' })

type Sheet = {
  readonly kind: LetterKind
  readonly person: string
  readonly post: string
  readonly duties: string
  readonly term: string
  readonly signed: string
}
type Wanted = ReturnType<typeof useWanted>
const BLANK = '　　　　年　　月　　日'

function sheetOf({ letters, missing }: PostLettersAnswer, wanted: Wanted): Sheet | undefined {
  const signed = letters.find(({ id }) => id === wanted.letter)
  if (signed) {
    const { kind, person, unit, role, duties, fromOn, untilOn, signedOn } = signed
    const post = `${unit}，${POST_TITLES[role]}`
    return { kind, person, post, duties, term: `${longDay(fromOn)}至${longDay(untilOn)}`, signed: longDay(signedOn) }
  }
  const open = missing.find(
    ({ personId, role, kind }) => personId === wanted.person && role === wanted.role && kind === wanted.kind,
  )
  if (!open || open.duties === null) return undefined
  const { kind, person, unit, role, duties } = open
  return { kind, person, post: `${unit}，${POST_TITLES[role]}`, duties, term: `${BLANK}至${BLANK}`, signed: BLANK }
}

const PROMISE: Readonly<Record<LetterKind, string>> = {
  responsibility: '本人在上列期限内依法履行上列职责；不履行或者不正确履行的，依法承担行政执法责任。',
  commitment: '本人承诺在上列期限内依法履行上列职责，严格、规范、公正、文明执法，接受监督。',
}

function Letter({ agencyName, sheet }: { readonly agencyName: string; readonly sheet: Sheet }) {
  const { kind, person, post, duties, term, signed } = sheet
  return (
    <article className="letter-sheet">
      <p>{agencyName}</p>
      <h1>{`行政执法${LETTER_KINDS[kind]}`}</h1>
      <dl>
        <dt>姓名</dt>
        <dd>{person}</dd>
        <dt>岗位</dt>
        <dd>{post}</dd>
        <dt>期限</dt>
        <dd>{term}</dd>
        <dt>岗位职责</dt>
        <dd className="agency-prose">{duties}</dd>
      </dl>
      <p className="letter-promise">{PROMISE[kind]}</p>
      <div className="letter-signing">
        <p>本人签名：</p>
        <p>机关负责人签名（盖章）：</p>
        <p>{signed}</p>
      </div>
    </article>
  )
}
