import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#server/features/demo/seed-demo.ts'
import { freePort, type Running, startZhaofa, withHome } from './zhaofa.ts'

const MOVED_CLOCK = join(import.meta.dirname, 'moved-clock.ts')

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export type House = {
  readonly desk: string
  readonly portal: string
  readonly browser: Browser
  /** The data folder. */
  readonly home: string
  /** A browser of its own for somebody of the demo region, signed in and on the worklist. */
  signIn(login: string, size?: { width: number; height: number }): Promise<Page>
  /** Where a page broke the content security policy; a journey that ends with one has failed. */
  readonly violations: readonly string[]
  /** Moves the machine's clock on; whoever was signed in has to sign in again. */
  pass(days: number): void
}

/** The whole product as a newcomer starts it, on free ports and a home of its own, with a browser beside it. */
export async function withHouse(work: (house: House) => Promise<void>): Promise<void> {
  await withHome(async (home) => {
    const [port, portalPort] = [await freePort(), await freePort()]
    const clock = join(home, 'clock-ahead')
    writeFileSync(clock, '0')
    const env = { ZHAOFA_HOME: home, PORT: String(port), PORTAL_PORT: String(portalPort), LOG_LEVEL: 'warn' }
    const running = startZhaofa(['start'], { ...env, NODE_OPTIONS: `--import=${MOVED_CLOCK}`, CLOCK_AHEAD: clock })
    const browser = await chromium.launch({ executablePath: browserPath(), args: CHROMIUM_FLAGS })
    try {
      await running.says('昭法已启动')
      await work(houseOf(`http://127.0.0.1:${port}`, `http://127.0.0.1:${portalPort}`, browser, home, clock))
    } finally {
      await browser.close()
      await stop(running)
    }
  })
}

export function browserPath(): string {
  return process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
}

async function stop(running: Running): Promise<void> {
  running.child.kill('SIGTERM')
  await running.ended
}

function houseOf(desk: string, portal: string, browser: Browser, home: string, clock: string): House {
  const violations: string[] = []
  const signIn: House['signIn'] = async (login, size = { width: 1440, height: 900 }) => {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
    await watch(context, violations)
    const page = await context.newPage()
    await page.goto(desk)
    await page.getByLabel('用户名').fill(login)
    await page.getByLabel('密码').fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('navigation', { name: '主导航' }).waitFor()
    return page
  }
  const pass: House['pass'] = (days) => writeFileSync(clock, String(days * 86_400_000))
  return { desk, portal, browser, home, signIn, violations, pass }
}

async function watch(context: BrowserContext, violations: string[]): Promise<void> {
  await context.exposeFunction('reportViolation', (text: string) => void violations.push(text))
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation(text: string): void }).reportViolation
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
}
