// All tiers, the browser journeys included: `npm test`. The last line is always `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDesk } from '../src/cli/desk-build.ts'
import { findChromium, NO_CHROMIUM } from './find-chromium.ts'
import { findFfmpeg, NO_FFMPEG } from './find-ffmpeg.ts'
import { addTallies, type Tally, tallyReport } from './tally-report.ts'

const ROOT = join(import.meta.dirname, '..')
const VITEST = join(ROOT, 'node_modules/vitest/vitest.mjs')

const reports = mkdtempSync(join(tmpdir(), 'zhaofa-reports-'))
try {
  const total = await runTiers()
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
  // The first thing that whoever reads the end of a long log looks for.
  for (const failure of total.failures) console.log(`FAILED  ${failure}`)
  console.log(`${total.passed} passed, ${total.failed} failed`)
} finally {
  rmSync(reports, { recursive: true, force: true })
}

/** One after the other: journeys on a machine of two cores are only fair when nothing else runs. */
async function runTiers(): Promise<Tally> {
  // Tests that need it say so themselves; here it is only made sure that they have it where it can be had.
  if (!findFfmpeg()) console.log(NO_FFMPEG)
  const tallies = [await runTier('unit'), await runTier('db'), await runJourneys()]
  return addTallies(tallies)
}

async function runJourneys(): Promise<Tally> {
  const chromium = findChromium()
  if (!chromium) return couldNotRun(NO_CHROMIUM)
  try {
    await buildDesk((sentence) => console.log(sentence))
  } catch (error) {
    return couldNotRun(error instanceof Error ? error.message : String(error))
  }
  return runTier('journeys', { CHROMIUM_PATH: chromium })
}

function couldNotRun(sentence: string): Tally {
  console.log(sentence)
  return { passed: 0, failed: 1, failures: [sentence] }
}

async function runTier(project: string, env: Readonly<Record<string, string>> = {}): Promise<Tally> {
  const report = join(reports, `${project}.json`)
  const code = await runVitest(
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  const tally = tallyReport(readReport(report))
  if (tally.failed > 0) return tally
  // A set-up that broke, an error outside of any test, or no test at all: none of them is in the report.
  if (code === 0 && tally.passed > 0) return tally
  return addTallies([tally, couldNotRun(`The tier "${project}" did not run as a whole (exit code ${code}).`)])
}

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

function runVitest(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [VITEST, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
