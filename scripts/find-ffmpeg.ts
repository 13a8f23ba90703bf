import { spawnSync } from 'node:child_process'
import { installDebian } from './install-debian.ts'

/** Whether the media programs are there, installed if this machine lets us. */
export function findFfmpeg(): boolean {
  return runs() || (installDebian(['ffmpeg'], 'the tests of recordings') && runs())
}

export const NO_FFMPEG =
  'The tests of recordings need ffmpeg and ffprobe: install them (Debian: apt-get install --no-install-recommends ffmpeg).'

const runs = (): boolean => ['ffmpeg', 'ffprobe'].every((program) => spawnSync(program, ['-version']).status === 0)
