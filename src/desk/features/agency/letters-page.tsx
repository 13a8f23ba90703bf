import './agency.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PostLetter } from '#contract/post-letters.ts'
import { LETTER_KINDS } from '#domain/agency/post-letter.ts'
import { longDay } from '../../lib/office-time.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { AgencyTabs } from './agency-tabs.tsx'
import { lettersQuery } from './letters-query.ts'
import { MissingLine } from './missing-line.tsx'

/** 责任书、承诺书: who has none for today, and what was signed. */
export function LettersPage() {
  const { data, error } = useQuery(lettersQuery)
  useTitle('责任书、承诺书')
  return (
    <main className="agency" aria-label="责任书、承诺书">
      <h1>责任书、承诺书</h1>
      <AgencyTabs />
      <p className="muted">按期限签订，写着签订那天的岗位职责。先打印，签了以后登记；原件留存。</p>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data && (
        <>
          <section aria-labelledby="missing">
            <h2 id="missing">{`还没有签的（${data.missing.length}）`}</h2>
            {data.missing.length === 0 && <p className="muted">每个岗位都签了。</p>}
            <ul>
              {data.missing.map((line) => (
                <MissingLine key={`${line.personId}${line.role}${line.kind}`} line={line} />
              ))}
            </ul>
          </section>
          <section aria-labelledby="signed">
            <h2 id="signed">签过的</h2>
            {data.letters.length === 0 && <p className="muted">还没有登记过。</p>}
            <ul>
              {data.letters.map((letter) => (
                <LetterLine key={letter.id} letter={letter} />
              ))}
            </ul>
          </section>
        </>
      )}
    </main>
  )
}

function LetterLine({ letter }: { readonly letter: PostLetter }) {
  const { id, person, unit, role, kind, fromOn, untilOn, signedOn, by, isRunning } = letter
  return (
    <li className="letter-line">
      <span>
        <b>{person}</b>
        {`${unit} · ${POST_TITLES[role]} · ${LETTER_KINDS[kind]}`}
        <small>{`${longDay(fromOn)}至${longDay(untilOn)}${isRunning ? '' : '（期满）'}；${longDay(signedOn)}签订，${by}登记`}</small>
      </span>
      <Link to="/agency/letters/print" search={{ letter: id }}>
        查看、打印<span className="unseen">{person}</span>
      </Link>
    </li>
  )
}
