import type { Locator, Page, Response } from 'playwright-core'

/** What is put into a field: a text, an answer to a question, or the people who are ticked. */
export type Entry = string | boolean | readonly string[]
export type Entries = Readonly<Record<string, Entry>>

/** Works the desk as a person does: by the words on the screen and the keyboard. */
export class DeskHand {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openCase(address: string): Promise<void> {
    await this.page.goto(address)
    await this.page.getByRole('main', { name: '案件', exact: true }).waitFor()
  }

  /** Chooses an act under 现在可以, fills in its form and submits it; waits until the case has moved. */
  async act(title: string, entries: Entries = {}): Promise<void> {
    await this.choose(title)
    await this.fillIn(entries)
    await this.submit()
  }

  async choose(title: string): Promise<void> {
    await this.page
      .getByRole('region', { name: '现在可以' })
      .getByRole('button', { name: startsWith(title) })
      .click()
    await this.form(title).waitFor()
  }

  /** Agrees to the proposal that waits for this person. */
  async agree(address: string, title: string): Promise<void> {
    await this.openCase(address)
    const panel = this.page.getByRole('region', { name: `审批：${title}` })
    await this.moving(panel.getByRole('button', { name: '同意', exact: true }))
  }

  async fillIn(entries: Entries, within: Page | Locator = this.page): Promise<void> {
    for (const [title, entry] of Object.entries(entries)) await this.enter(within, title, entry)
  }

  async submit(): Promise<void> {
    await this.moving(this.page.locator('.form-foot button[type=submit]'))
  }

  /** Presses a button that sends a command and waits until the page has read anew; a refusal is thrown in full. */
  async moving(button: Locator): Promise<void> {
    let isAnswered = false
    const commanded = this.page.waitForResponse((response) => {
      isAnswered ||= COMMAND.test(lineOf(response))
      return isAnswered
    })
    // On the page of a case the worklist beside it may be read before the case itself, whose old acts still stand there.
    const reading = ON_A_CASE.test(this.page.url()) ? CASE_READING : READING
    const readAnew = this.page.waitForResponse((response) => isAnswered && reading.test(lineOf(response)))
    // When the button cannot be pressed, that is the failure, not what was waited for.
    for (const waiting of [commanded, readAnew]) waiting.catch(() => undefined)
    await button.click()
    const answer = await commanded
    if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
    await readAnew
  }

  private form(title: string): Locator {
    return this.page.getByRole('form', { name: startsWith(title) })
  }

  private async enter(within: Page | Locator, title: string, entry: Entry): Promise<void> {
    const group = within.getByRole('group', { name: startsWith(title) }).first()
    if (typeof entry === 'boolean') return void (await group.getByLabel(entry ? '是' : '否', { exact: true }).check())
    if (typeof entry !== 'string') {
      for (const name of entry) await group.getByRole('checkbox', { name: startsWith(name) }).check()
      return
    }
    const field = within.getByLabel(fieldName(title)).and(this.page.locator('input, textarea, select')).first()
    if ((await field.count()) === 0 || (await group.count()) > 0)
      return void (await group.getByRole('radio', { name: entry, exact: true }).check())
    await typeInto(field, entry)
  }
}

const COMMAND = /^POST .*\/api\/cases(\/[^/]+\/(actions|approvals)\/[^/]+)?$/
const ON_A_CASE = /\/cases\/[0-9a-f]{8}-/
const CASE_READING = /^GET .*\/api\/cases\/[^/]+$/
const READING = /^GET .*\/api\/(cases\/[^/]+|reviews|worklist.*)$/

function lineOf(response: Response): string {
  return `${response.request().method()} ${response.url()}`
}

async function typeInto(field: Locator, text: string): Promise<void> {
  const tag = await field.evaluate((element) => element.tagName)
  if (tag === 'SELECT') return void (await field.selectOption({ label: text }))
  await field.fill(text)
  // A date that was typed is taken with Enter; in a text field of a form that would submit it.
  if (/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/.test(text)) await field.press('Enter')
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`)
}

function fieldName(title: string): RegExp {
  return new RegExp(`^${escaped(title)}(（选填）)?$`)
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
