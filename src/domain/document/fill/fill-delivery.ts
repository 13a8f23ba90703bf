import { handedOverTogether } from '../../case/handed-over.ts'
import { findDocumentKind } from '../registry.ts'
import { dateIn, type Filler, type Filling, holdsIn, nameOf, peopleIn, textIn } from './filling.ts'
import { certificateOf } from './people-blocks.ts'
import { dateInWords } from './wording.ts'

/** 送达回证, for all papers handed over together. */
export const fillDelivery: Filler = (filling) => {
  const { run, state } = filling
  const method = textIn(run, 'method')
  const note = textIn(run, 'delivery-note')
  const witness = textIn(run, 'witness')
  const recipient = textIn(run, 'received-by')
  const isLeft = method === '留置送达'
  const remark = [isLeft ? '' : note, holdsIn(run, 'is-recorded') ? '送达过程已拍照或者录像。' : ''].join('')
  return {
    delivery: {
      method,
      place: textIn(run, 'delivery-place'),
      deliveredAt: dateInWords(dateIn(run, 'received-on')),
      documents: handedOverTogether(state, run).map(({ code, issuedOn, number }) => ({
        title: findDocumentKind(code, issuedOn)?.title ?? code,
        ...(number && { number }),
        copies: 1,
      })),
      deliverers: peopleIn(run, 'delivered-by').map((id) => deliverer(filling, id)),
      ...(recipient && { recipient }),
      ...(isLeft && note && { refusal: note }),
      witnesses: witness ? [{ name: witness }] : [],
      ...(remark && { remark }),
    },
  }
}

function deliverer(filling: Filling, id: string) {
  const certificate = certificateOf(filling, id)
  return { name: nameOf(filling, id), ...(certificate && { position: certificate }) }
}
