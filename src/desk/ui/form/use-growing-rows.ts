import { useEffect, useRef } from 'react'
import type { FactRow } from '#domain/case/state.ts'

type Rows = readonly FactRow[]

/** Rows of a field that grows at its end: there is always one, and a new one takes the focus. */
export function useGrowingRows(value: Rows, empty: FactRow, onChange: (value: Rows) => void) {
  const list = useRef<HTMLDivElement>(null)
  const isAdded = useRef(false)
  const rows = value.length > 0 ? value : [empty]
  const set = (index: number, row: FactRow) => onChange(rows.map((old, at) => (at === index ? row : old)))
  const remove = (index: number) => onChange(rows.filter((_row, at) => at !== index))
  const add = () => {
    onChange([...rows, { ...empty }])
    isAdded.current = true
  }
  useEffect(() => {
    if (!isAdded.current || rows.length === 0) return
    isAdded.current = false
    list.current?.querySelector<HTMLInputElement>(':scope > fieldset:last-of-type input')?.focus()
  }, [rows.length])
  return { list, rows, set, remove, add }
}
