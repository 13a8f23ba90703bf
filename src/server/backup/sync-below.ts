import { spawn } from 'node:child_process'
import { OperatorError } from '../operator-error.ts'

/** Returns when everything written on that folder's file system survives a power cut: one call instead of one for each file. */
export async function syncBelow(folder: string): Promise<void> {
  const code = await new Promise<number>((resolve) => {
    const child = spawn('sync', ['-f', folder], { stdio: 'ignore' })
    child.on('error', () => resolve(127))
    child.on('close', (ended) => resolve(ended ?? 1))
  })
  if (code === 127)
    throw new OperatorError('没有找到 sync 命令（coreutils），不能保证写入的文件断电不丢；请安装后再试。')
  if (code !== 0) throw new OperatorError(`${folder} 所在的磁盘没有把数据写牢（sync 失败）；请检查磁盘后再试。`)
}
