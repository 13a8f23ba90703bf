import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type TestDesk, testDesk } from './desk.ts'
import { browserPath } from './journey.ts'
import { freePort } from './zhaofa.ts'

/** The desk in a real browser on an office whose clock the test moves; nothing happens in it but what is asked. */
export type ClockedHouse = {
  readonly desk: TestDesk
  readonly address: string
  /** A page of somebody who is signed in on the office's day; sessions end when days pass. */
  pageOf(login: string): Promise<Page>
  close(): Promise<void>
}

export async function clockedHouse(at: string): Promise<ClockedHouse> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const desk = await testDesk(at, { PUBLIC_URL: address, PORT: String(port) })
  await desk.app.listen({ host: '127.0.0.1', port })
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox', '--disable-gpu'] })
  return {
    desk,
    address,
    pageOf: async (login) => (await contextOf(browser, desk, address, login)).newPage(),
    close: async () => {
      await browser.close()
      await desk.close()
    },
  }
}

async function contextOf(browser: Browser, desk: TestDesk, url: string, login: string): Promise<BrowserContext> {
  const { cookie } = await desk.as(login)
  const [name = '', value = ''] = cookie.split('=')
  const size = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }
  const context = await browser.newContext({ ...size, acceptDownloads: true })
  await context.addCookies([{ name, value, url }])
  return context
}
