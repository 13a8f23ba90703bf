import { lastDayOf } from '../../case/clock.ts'
import type { LicenceBlock } from '../merge-blocks.ts'
import type { DocumentData } from '../merge-data.ts'
import { dateIn, type Filler, type Filling, issuingAction, textIn } from './filling.ts'
import { newestOf } from './issued-documents.ts'
import { remedyBlock } from './remedy-block.ts'
import { fullBasis, paragraphsOf, sentence, termInWords } from './wording.ts'

/** 补正告知书: all that is missing, told once (行政许可法第三十二条第一款第四项). */
export const fillSupplement: Filler = (filling) => licence(filling, { missing: missingOf(filling) })

/** 受理通知书. */
export const fillAcceptance: Filler = (filling) => {
  const { run, document } = filling
  const clock = run.clocks.findLast((item) => item.clock === 'decision')
  return licence(filling, {
    receivedOn: document.issuedOn,
    ...(clock && { decisionTerm: termInWords(clock.term), dueOn: lastDayOf(clock) }),
  })
}

/** 不予受理决定书. */
export const fillRejection: Filler = (filling) => ({
  ...licence(filling, { reason: sentence(textIn(filling.run, 'rejection-reason')) }),
  ...remedyBlock(filling, '本不予受理决定'),
})

/** 准予行政许可决定书. */
export const fillGrant: Filler = (filling) =>
  licence(filling, {
    reason: '经审查，申请符合法定条件、标准。',
    certificate: certificateOf(filling),
  })

/** 不予行政许可决定书, with reasons and remedies (行政许可法第三十八条第二款). */
export const fillLicenceRefusal: Filler = (filling) => ({
  ...licence(filling, { reason: sentence(textIn(filling.run, 'refusal-reason')) }),
  ...remedyBlock(filling, '本不予行政许可决定'),
})

/** 证件颁发送达单. */
export const fillCertificate: Filler = (filling) =>
  licence(filling, { certificate: { ...certificateOf(filling), number: textIn(filling.run, 'licence-number') } })

function licence(filling: Filling, more: Partial<LicenceBlock>): Pick<DocumentData, 'licence'> {
  const { run, state } = filling
  const basis = issuingAction(filling)?.action.basis
  const materials = ['materials', 'supplied'].flatMap((name) => paragraphsOf(textIn(run, name)))
  return {
    licence: {
      item: textIn(run, 'item'),
      appliedOn: state.openedOn,
      materials: materials.map((title) => ({ title })),
      missing: [],
      bases: [basis ? fullBasis(basis) : '', fullBasis(textIn(run, 'licence-basis'))].filter(Boolean),
      ...more,
    },
  }
}

function certificateOf({ run, state, document }: Filling): NonNullable<LicenceBlock['certificate']> {
  const scope = textIn(run, 'conditions')
  const until = dateIn(run, 'valid-until')
  const from = newestOf(state, 'licence-decision')?.issuedOn ?? document.issuedOn
  return { ...(scope && { scope }), from, ...(until && { until }) }
}

const MISSING = /^([^：:]+)[：:]\s*(.+)$/u

/** One line a material; after a colon what is asked of it. */
function missingOf({ run }: Filling): LicenceBlock['missing'] {
  return paragraphsOf(textIn(run, 'missing')).map((line) => {
    const [, title = line, requirement = ''] = MISSING.exec(line) ?? []
    return { title, requirement }
  })
}
