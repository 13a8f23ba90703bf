import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Whether the media programs are there, installed if this machine lets us. */
export function findFfmpeg(): boolean {
  return runs() || (installDebian() && runs())
}

export const NO_FFMPEG =
  'The tests of recordings need ffmpeg and ffprobe: install them (Debian: apt-get install --no-install-recommends ffmpeg).'

const runs = (): boolean => ['ffmpeg', 'ffprobe'].every((program) => spawnSync(program, ['-version']).status === 0)

function installDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.error('Installing ffmpeg for the tests of recordings …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 2, 2] }).status === 0
  run('update', '-q')
  return run('install', '-y', '-q', '--no-install-recommends', 'ffmpeg')
}
