import { spawnSync } from 'node:child_process'
import { existsSync, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Config } from '#server/config.ts'
import { fontFolders } from '#server/features/documents/index.ts'
import { type Finding, good, note, wanting } from './finding.ts'

const GIB = 1024 ** 3
const LEAST_FREE = GIB

/** What the machine brings: Node, room on the disk, fonts, ffmpeg. */
export function examineMachine(config: Config): Finding[] {
  return [
    good('node', `Node ${process.version}（${process.platform}-${process.arch}）。`),
    disk(config),
    fonts(config),
    ffmpeg(),
  ]
}

function disk({ home, blobStore }: Config): Finding {
  const folders = blobStore.kind === 'file' ? [home, blobStore.folder] : [home]
  const free = Math.min(...folders.map(freeBytes))
  const sentence = `数据目录和存储目录所在磁盘剩余 ${(free / GIB).toFixed(1)} GiB。`
  return free < LEAST_FREE ? wanting('disk', `${sentence}少于 1 GiB，请尽快腾出空间。`) : good('disk', sentence)
}

/** Of the nearest folder that exists: before the first start there is no home yet. */
function freeBytes(folder: string): number {
  if (!existsSync(folder)) return freeBytes(dirname(folder))
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

function fonts({ home }: Config): Finding {
  const missing = fontFolders(home).filter((folder) => !existsSync(folder))
  if (missing.length > 0)
    return wanting('fonts', `缺少字体文件夹 ${missing.join('、')}，文书无法排版；请重新安装依赖。`)
  return good('fonts', `文书字体齐备：${fontFolders(home).join('、')}。`)
}

function ffmpeg(): Finding {
  const { status, stdout } = spawnSync('ffmpeg', ['-version'], { encoding: 'utf8' })
  if (status !== 0) return note('ffmpeg', '没有安装 ffmpeg：音像的时长和封面不能自动取得，其余不受影响。')
  return good('ffmpeg', `${stdout.split('\n')[0]}。`)
}
