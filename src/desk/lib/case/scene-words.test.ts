import { describe, expect, it } from 'vitest'
import type { OfferedScene } from '#domain/case/offers.ts'
import { FOLLOWS, scenesOfTyped, shownScenes, typedOfScenes } from './scene-words.ts'

const offered = (code: OfferedScene['code'], more: Partial<OfferedScene> = {}): OfferedScene => ({
  code,
  duty: 'as-needed',
  media: ['video'],
  basis: '《某规定》第一条',
  onlyIf: [],
  demonstration: null,
  isBound: false,
  ...more,
})
const LEFT = { fact: 'method', is: '留置送达' }
const LEAVING = [
  offered('delivery-by-leaving', { onlyIf: [LEFT] }),
  offered('delivery-by-leaving', { duty: 'must', onlyIf: [LEFT, { fact: 'witness', is: '' }] }),
]

describe('what a form says of the scenes of an act', () => {
  it('is sent as a promise or as a reason, and silence as nothing', () => {
    const records = [offered('inquiry'), offered('hearing'), offered('sampling')]
    const typed = { 'scenes/inquiry': FOLLOWS, 'scenes/hearing': '笔录已经记全', 'scenes/sampling': ' ' }
    const scenes = { inquiry: { follows: true }, hearing: { reason: '笔录已经记全' } }
    expect(scenesOfTyped(records, typed)).toEqual(scenes)
  })

  it('comes back from a draft as it was typed', () => {
    const typed = { 'scenes/inquiry': FOLLOWS, 'scenes/hearing': '笔录已经记全' }
    const records = [offered('inquiry'), offered('hearing')]
    expect(typedOfScenes(scenesOfTyped(records, typed))).toEqual(typed)
  })

  it('is not asked where another way of delivery was chosen, nor sent', () => {
    const typed = { method: '直接送达', 'scenes/delivery-by-leaving': '笔录已经记全' }
    expect(shownScenes(LEAVING, typed)).toEqual([])
    expect(scenesOfTyped(LEAVING, typed)).toEqual({})
  })

  it('is asked once, and more strictly without a witness', () => {
    const duties = (typed: Record<string, string>) => shownScenes(LEAVING, typed).map(({ duty }) => duty)
    expect(duties({ method: '留置送达' })).toEqual(['must'])
    expect(duties({ method: '留置送达', witness: '李某' })).toEqual(['as-needed'])
  })

  it('is asked when any one of the parties makes it a scene', () => {
    const waiver = offered('rights-waiver', { onlyIf: [{ fact: 'waiver-medium', is: '录音录像' }] })
    const typed = { 'waiver-medium@party-1': '书面', 'waiver-medium@party-2': '录音录像' }
    expect(shownScenes([waiver], typed)).toEqual([waiver])
  })
})
