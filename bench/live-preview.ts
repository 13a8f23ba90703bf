import type { Page } from 'playwright-core'
import { officeOf } from '../tests/support/house-office.ts'
import { withHouse } from '../tests/support/journey.ts'
import { PenaltyRoad } from '../tests/support/penalty-road.ts'
import { type Figure, median, quantile } from './figure.ts'

const TIMES = 25
/** As in `desk/ui/case/preview.tsx`: so long a typist rests before the paper is drawn. */
const REST_MS = 80

type Taken = { readonly ms: number; readonly asked: number }

/** From the last key in the form to the new page in the frame beside it, in the browser; and how long the server had it. */
export async function measure(): Promise<readonly Figure[]> {
  const taken: Taken[] = []
  await withHouse(async (house) => {
    const road = await PenaltyRoad.open(officeOf(house.desk))
    await road.file()
    const page = await house.signIn('lin')
    await page.goto(`${house.desk}/cases/${road.id}`)
    const offers = page.getByRole('region', { name: '现在可以' })
    await offers.getByRole('button', { name: /^制作询问笔录/ }).click()
    const field = page.getByLabel('询问地点')
    await field.waitFor()
    await page.locator('.preview iframe[data-ready="true"]').waitFor()
    await field.fill('本局询问室')
    for (let time = -5; time < TIMES; time += 1) {
      const one = await oneKey(page)
      if (time >= 0) taken.push(one)
    }
  })
  const [all, server] = [taken.map(({ ms }) => ms), taken.map(({ asked }) => asked)]
  return [
    { ...base('末次按键到新的一页（中位）', median(all)), target: '≤ 300', held: median(all) <= 300 },
    { ...base('末次按键到新的一页（p95）', quantile(all, 0.95)), target: '—' },
    { ...base('其中：等待打字停顿', REST_MS), target: '—' },
    { ...base('其中：服务器填写、排版、传回（中位）', median(server)), target: '—' },
  ]
}

const base = (name: string, ms: number) => ({ name, figure: Math.round(ms), unit: '毫秒' })

/** Types one key and waits for the frame that has been drawn after it. */
async function oneKey(page: Page): Promise<Taken> {
  await page.evaluate(() => {
    const store = window as unknown as { taken?: Promise<Taken> }
    performance.clearResourceTimings()
    store.taken = new Promise((resolve) => {
      let pressedAt = 0
      const shown = () => document.querySelector<HTMLIFrameElement>('.preview iframe[data-ready="true"]')?.src
      document.addEventListener('keydown', () => (pressedAt = performance.now()), { once: true, capture: true })
      const before = shown()
      const watch = new MutationObserver(() => {
        if (shown() === undefined || shown() === before) return
        watch.disconnect()
        const entry = performance.getEntriesByType('resource').findLast(({ name }) => name.endsWith('/preview'))
        resolve({ ms: performance.now() - pressedAt, asked: entry?.duration ?? Number.NaN })
      })
      watch.observe(document.body, { subtree: true, childList: true, attributes: true })
    })
  })
  await page.getByLabel('询问地点').press('1')
  return page.evaluate(() => (window as unknown as { taken: Promise<Taken> }).taken)
}
