import { describe, expect, it } from 'vitest'
import { legalReview } from '#procedures/legal-review.ts'
import { sectionsOf } from '../../lib/case/form-model.ts'
import { pointsOf } from './points-of.ts'

const nobody = { parties: [], violations: [] }

describe('the form of a legal review', () => {
  it('has seven points, each with a verdict and a reason, and the opinion after them', () => {
    const { points, others } = pointsOf(
      sectionsOf(legalReview, legalReview.stages.queue.actions.pass?.asks ?? [], nobody),
    )
    expect(points.map(({ name }) => name)).toEqual([
      'subject',
      'procedure',
      'facts',
      'law',
      'power',
      'documents',
      'crime',
    ])
    expect(others.flatMap(({ fields }) => fields.map(({ name }) => name))).toEqual(['overall'])
  })
  it('has no points where none are asked', () => {
    expect(pointsOf(sectionsOf(legalReview, ['missing'], nobody)).points).toEqual([])
  })
})
