import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const NO_MOUNT =
  'A full disk is not tried here: it needs the right to mount a tmpfs (root; containers: --cap-add SYS_ADMIN).'

export type SmallDisk = { readonly folder: string; release(): void }

/** A disk of its own with so much room, or read-only; undefined, with a sentence, where nothing may be mounted. */
export function smallDisk(options: string): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-disk-'))
  chmodSync(folder, 0o711)
  const isMounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' }).status === 0
  if (!isMounted) console.warn(NO_MOUNT)
  const release = (): void => {
    if (isMounted) spawnSync('umount', ['-l', folder])
    rmSync(folder, { recursive: true, force: true })
  }
  if (isMounted) return { folder, release }
  release()
  return undefined
}
