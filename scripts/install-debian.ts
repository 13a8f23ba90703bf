import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Installs Debian packages that the tests want, for the reason said; false where this machine does not let us. */
export function installDebian(packages: readonly string[], reason: string): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.error(`Installing ${packages.join(' and ')} for ${reason} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0
  run('update', '-q')
  return run('install', '-y', '-q', '--no-install-recommends', ...packages)
}
