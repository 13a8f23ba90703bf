import { amountInFigures, amountInWords } from './amount-in-words.ts'
import type { DocumentKind } from './document-kind.ts'
import type { DocumentData, ViolationBlock } from './merge-data.ts'

/** An amount as a document says it: 2,100.00元（大写：人民币贰仟壹佰元整）. */
export function amountInDocument(fen: number): string {
  return `${amountInFigures(fen)}元（大写：人民币${amountInWords(fen)}）`
}

/** Merge data with everything a template would have to compute: amounts in words, sums, the sentences of the decision. */
export type PrintData = DocumentData & {
  readonly kind: Pick<DocumentKind, 'header' | 'template' | 'per' | 'fields' | 'blocks'> & {
    /** Left out where it was not compared with the official text. */
    readonly basis?: string
  }
  readonly print: {
    readonly fineText?: string
    /** SVG of the code that leads to `document.verifyUrl`. */
    readonly qr?: string
    readonly decisionItems: readonly string[]
    readonly paymentText?: string
    readonly paymentItems: readonly { readonly title: string; readonly text: string }[]
  }
}

/** Adds to merge data the texts that templates print and do not compute. */
export function toPrintData(data: DocumentData, kind: DocumentKind): PrintData {
  const fines = data.violations.flatMap((violation) => violation.fineFen ?? [])
  const payment = data.payment
  return {
    ...data,
    kind: {
      header: kind.header,
      template: kind.template,
      per: kind.per,
      fields: kind.fields ?? [],
      blocks: kind.blocks ?? [],
      ...(kind.isUnverified ? {} : { basis: kind.basis }),
    },
    print: {
      ...(fines.length > 0 && { fineText: amountInDocument(sum(fines)) }),
      decisionItems: data.decision?.items ?? decisionItems(data.violations),
      ...(payment && { paymentText: amountInDocument(payment.amountFen) }),
      paymentItems: (payment?.items ?? []).map(({ title, amountFen }) => ({ title, text: amountInFigures(amountFen) })),
    },
  }
}

/** The sentences of a penalty decision, one per penalty; several violations are decided one by one and then put together (行政处罚法第五十九条). */
export function decisionItems(violations: readonly ViolationBlock[]): readonly string[] {
  const items = violations.flatMap((violation) => penaltiesOf(violation, violations.length > 1))
  const fines = violations.flatMap((violation) => violation.fineFen ?? [])
  return fines.length > 1 ? [...items, `以上罚款合并执行，共计${amountInDocument(sum(fines))}。`] : items
}

function penaltiesOf(violation: ViolationBlock, isOneOfSeveral: boolean): readonly string[] {
  const subject = isOneOfSeveral ? `对${violation.cause}的行为，` : ''
  const others = violation.otherPenalties.map((penalty) => `${subject}${penalty}。`)
  return violation.fineFen === undefined
    ? others
    : [...others, `${subject}处罚款${amountInDocument(violation.fineFen)}。`]
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0)
}
