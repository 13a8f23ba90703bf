import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { installDebian } from './install-debian.ts'

const DEBIAN_PATH = '/usr/bin/chromium'
const PLAYWRIGHT_CLI = join(import.meta.dirname, '../node_modules/playwright-core/cli.js')

/** Finds or installs the browser of the journeys: its path, or undefined when this machine can have none. */
export function findChromium(): string | undefined {
  const given = process.env.CHROMIUM_PATH
  if (given) return runs(given) ? given : undefined
  const ways: readonly Find[] = [() => DEBIAN_PATH, playwrightPath, installChromium, installPlaywright]
  return ways.reduce<string | undefined>(firstThatRuns, undefined)
}

export const NO_CHROMIUM =
  'The browser journeys need Chromium: install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH to one that runs.'

type Find = () => string | undefined

function firstThatRuns(found: string | undefined, find: Find): string | undefined {
  if (found) return found
  const path = find()
  return path && runs(path) ? path : undefined
}

/** There and able to start: a browser whose libraries are missing is no browser. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0
}

function playwrightPath(): string | undefined {
  return chromium.executablePath() || undefined
}

function installChromium(): string | undefined {
  return installDebian(['chromium', 'fonts-noto-cjk'], 'the browser journeys') ? DEBIAN_PATH : undefined
}

function installPlaywright(): string | undefined {
  console.error("Installing Playwright's Chromium for the browser journeys …")
  spawnSync(process.execPath, [PLAYWRIGHT_CLI, 'install', 'chromium'], { stdio: ['ignore', 2, 2] })
  return playwrightPath()
}
