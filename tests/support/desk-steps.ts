import type { Locator } from 'playwright-core'
import type { DeskHand, Entries } from './desk-hand.ts'
import { officeDay } from './office-day.ts'

/** What a new case is, as it is chosen and typed in. */
export type Beginning = { readonly procedure: RegExp; readonly party: string; readonly entries: Entries }

/** Registers a case on the page for new cases and answers its address. */
export async function beginCase(hand: DeskHand, { procedure, party, entries }: Beginning): Promise<string> {
  await chooseForm(hand, procedure, party)
  return registerCase(hand, entries)
}

/** Chooses the procedure and the party of a new case. */
async function chooseForm(hand: DeskHand, procedure: RegExp, party: string): Promise<void> {
  await hand.page.getByRole('link', { name: '新建案件' }).first().click()
  await hand.page.getByRole('radio', { name: procedure }).click()
  await hand.page.getByLabel('查找当事人').fill(party)
  await hand.page.getByRole('button', { name: new RegExp(`^选用.*${party}`) }).click()
}

/** Tries to register a case that may not be begun like this, and answers the place where the reasons stand. */
export async function refusedAtBeginning(hand: DeskHand, { procedure, party, entries }: Beginning): Promise<Locator> {
  await chooseForm(hand, procedure, party)
  await hand.fillIn(entries)
  await hand.page.getByRole('button', { name: '登记案件' }).click()
  return hand.page.getByRole('main').first()
}

/** Where procedure and party are chosen already: fills in the rest and registers. */
export async function registerCase(hand: DeskHand, entries: Entries): Promise<string> {
  await hand.fillIn(entries)
  await hand.moving(hand.page.getByRole('button', { name: '登记案件' }))
  await hand.page.waitForURL(/\/cases\/[0-9a-f-]{36}/)
  return hand.page.url().split('?')[0] ?? ''
}

/** What is written down when papers were handed over. */
export const servedBy = (by: readonly string[], on: string, place: string): Entries => ({
  送达方式: '直接送达',
  送达日期: on,
  签收人: '赵某',
  送达地点: place,
  送达人: by,
})

/** The same today at the window. */
export const handedOver = (...by: readonly string[]): Entries => servedBy(by, officeDay(), '政务服务窗口')

/** The page of the case, without the lists beside it. */
export const caseMain = (hand: DeskHand): Locator => hand.page.getByRole('main', { name: '案件', exact: true })

/** Why an act cannot be taken yet. */
export const waitsOf = (hand: DeskHand): Locator => hand.page.getByRole('region', { name: '还不能' })

/** Presses the button of a form whose command is refused, and answers the place where the reasons stand. */
export async function refusedBy(hand: DeskHand): Promise<Locator> {
  await hand.page.locator('.form-foot button[type=submit]').click()
  return hand.page.getByRole('main').first()
}
