// Runs before every npm script, on whatever Node the machine has (18 or newer), with nothing installed yet:
// installs from the lock file when that changed, then makes sure that the Node of the script can run TypeScript.
// Prints to stderr only: a command's stdout is its answer.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const stamp = join(modules, '.ready')
const lock = readFileSync(join(root, 'package-lock.json'))
const digest = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')

if (!isReady()) install()
refuseOldNode()

function isReady() {
  const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === digest
  return installed && (process.platform !== 'linux' || existsSync(join(modules, '.bin', 'node')))
}

function install() {
  const npm = process.env.npm_execpath
  if (!npm) stop('请用 npm 启动：npm start。')
  console.error('正在按 package-lock.json 安装依赖（仅首次或依赖变动后）…')
  // With NODE_ENV=production npm would leave out what builds the desk.
  const flags = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const result = spawnSync(process.execPath, [npm, ...flags], { cwd: root, stdio: ['ignore', 2, 2] })
  if (result.status !== 0) stop('依赖安装失败，原因见上；请检查网络、磁盘空间和文件夹权限后再试。')
  // Last: npm removes it with the folder, so an installation cut short is done again.
  writeFileSync(stamp, digest)
}

/** On Linux the scripts' Node comes with the dependencies; elsewhere the machine's own must do. */
function refuseOldNode() {
  const found = spawnSync('node', ['-p', 'process.features.typescript'], { encoding: 'utf8' })
  if (String(found.stdout).trim() === 'strip') return
  stop(`需要 Node 22.18 或更高版本才能运行，现在是 ${process.version}；请升级 Node 后再试。`)
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
