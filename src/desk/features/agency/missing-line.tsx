import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MissingLetter } from '#contract/post-letters.ts'
import { LETTER_KINDS } from '#domain/agency/post-letter.ts'
import { POST_TITLES } from '../../lib/post-titles.ts'
import { LetterForm } from './letter-form.tsx'

/** Somebody who has not signed for today: the letter to print, and the form once it is signed. */
export function MissingLine({ line }: { readonly line: MissingLetter }) {
  const [isOpen, setOpen] = useState(false)
  const { personId, person, unit, role, kind, duties } = line
  const name = `${person}${LETTER_KINDS[kind]}`
  return (
    <li className="letter-line">
      <span>
        <b>{person}</b>
        {`${unit} · ${POST_TITLES[role]} · ${LETTER_KINDS[kind]}`}
        {duties === null && <small className="soon">这个岗位还没有登记职责，先在“岗位”里登记</small>}
      </span>
      {duties !== null && !isOpen && (
        <span className="buttons">
          <Link to="/agency/letters/print" search={{ person: personId, role, kind }}>
            打印<span className="unseen">{name}</span>
          </Link>
          <button type="button" className="button small" onClick={() => setOpen(true)}>
            登记签订<span className="unseen">{name}</span>
          </button>
        </span>
      )}
      {isOpen && <LetterForm line={line} name={name} onClose={() => setOpen(false)} />}
    </li>
  )
}
