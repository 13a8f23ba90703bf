import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { OperatorError } from '#server/operator-error.ts'

const ROOT = join(import.meta.dirname, '../..')
const SOURCES = [
  'src/desk',
  'src/contract',
  'src/domain',
  'src/procedures',
  'src/verifier',
  'vite.config.ts',
  'scripts/build-verifier.ts',
  'package-lock.json',
]
const BUILT = join(ROOT, 'dist/desk')
const STAMP = join(BUILT, '.digest')

/** Builds the desk and the offline verifier's page when their sources changed since the last build. Throws an OperatorError with the builder's last words. */
export async function buildDesk(say: (sentence: string) => void): Promise<void> {
  const digest = digestOfSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  say('正在构建办案端页面（仅在源码变动后）…')
  await runNode('node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn')
  await runNode('scripts/build-verifier.ts')
  // Last, so that a build cut short is never taken for whole.
  writeFileSync(STAMP, digest)
}

function digestOfSources(): string {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of filesOf(source)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

function filesOf(source: string): string[] {
  if (/\.(ts|json)$/.test(source)) return existsSync(join(ROOT, source)) ? [source] : []
  return readdirSync(join(ROOT, source), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort()
}

function runNode(script: string, ...args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin', NO_COLOR: '1', NODE_ENV: 'production' },
    })
    let said = ''
    const collect = (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-4_000)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new OperatorError(`办案端页面构建失败：\n${withoutStack(said)}`)),
    )
  })
}

function withoutStack(said: string): string {
  return stripVTControlCharacters(said)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .join('\n')
    .trim()
}
