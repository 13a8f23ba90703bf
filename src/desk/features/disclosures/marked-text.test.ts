import { describe, expect, it } from 'vitest'
import { numbered, piecesOf } from './marked-text.tsx'

const replacement = (shown: string, start: number) => ({
  where: '标题',
  start,
  original: '原文',
  shown,
  kind: 'name',
  rule: '自然人姓名',
})

describe('what is hidden is marked where it stands', () => {
  it('two of the same are two marks, in order, and the text stays whole', () => {
    const text = '王某某和王某某在***'
    const pieces = piecesOf(text, numbered([replacement('王某某', 0), replacement('王某某', 4), replacement('***', 9)]))
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.flatMap((piece) => piece.mark?.number ?? [])).toEqual([1, 2, 3])
  })
  it('what does not stand in the text is not marked', () => {
    expect(piecesOf('没有', numbered([replacement('王某某', 0)]))).toEqual([{ at: 0, text: '没有' }])
  })
})
