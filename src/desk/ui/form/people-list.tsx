import './choices.css'
import { useState } from 'react'
import type { Person } from '#contract/people.ts'

type Props = {
  readonly people: readonly Person[]
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

const FILTERED_FROM = 9

/** Those qualified today first; the others stay in sight with the reason, because the law judges on the day of the act. */
export function PeopleList({ people, value, onChange }: Props) {
  const [filter, setFilter] = useState('')
  const sorted = people.toSorted((a, b) => Number(b.isOfficerToday) - Number(a.isOfficerToday))
  const shown = sorted.filter(({ id, name }) => value.includes(id) || name.includes(filter.trim()))
  const toggle = (id: string) => onChange(value.includes(id) ? value.filter((item) => item !== id) : [...value, id])
  return (
    <>
      {people.length >= FILTERED_FROM && (
        <input
          className="control choice-filter"
          type="search"
          aria-label="按姓名筛选"
          placeholder="按姓名筛选"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      )}
      <div className="choice-box">
        {shown.map((person) => (
          <label key={person.id} className="choice">
            <input type="checkbox" checked={value.includes(person.id)} onChange={() => toggle(person.id)} />
            <span>
              {person.name}
              <small>
                {unitsOf(person)} · <Qualification person={person} />
              </small>
            </span>
          </label>
        ))}
        {shown.length === 0 && <p className="hint">没有叫这个名字的人员。</p>}
      </div>
    </>
  )
}

function Qualification({ person }: { readonly person: Person }) {
  if (person.isOfficerToday) return <span className="ok">今日有执法资格</span>
  return <span className="late">今日不能执法：{person.notOfficerBecause ?? '没有执法证'}</span>
}

function unitsOf({ posts }: Person): string {
  return [...new Set(posts.map(({ unitName }) => unitName))].join('、') || '没有任职'
}
