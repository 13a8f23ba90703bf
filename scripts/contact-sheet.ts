// Draws every kind of document as a case makes it out, side by side: `npm run contact-sheet`, into docs/documents.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { DocumentKind } from '#domain/document/document-kind.ts'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { PROCEDURES } from '#procedures/index.ts'
import { shippedFontFolders } from '#server/features/documents/font-folders.ts'
import { openTypesetter, type Typesetter } from '#server/features/documents/typesetter.ts'
import { documentFixture } from '../tests/support/document-fixtures.ts'
import { type DrawnPaper, drawnPapers } from '../tests/support/drawn-papers.ts'
import { MADE_ELSEWHERE } from '../tests/support/paper-reasons.ts'
import { findChromium, NO_CHROMIUM } from './find-chromium.ts'

const FOLDER = join(import.meta.dirname, '../docs/documents')
/** Wide enough for the small print to be read. */
const WIDTH = 480
const SHEET = `body { margin: 16px; font: 16px "Noto Sans CJK SC", sans-serif; background: #eee }
  h1 { font-size: 24px } svg { background: #fff; width: ${WIDTH}px; height: auto; display: block }
  main { display: grid; grid-template-columns: repeat(3, ${WIDTH + 2}px); gap: 20px }
  figure { margin: 0 } figure div { background: #fff; border: 1px solid #bbb } figcaption { margin-top: 4px; line-height: 1.35 }
  .sample { color: #a02020 }`

/** Stages of one part of the list of documents share a sheet. */
const PARTS: readonly (readonly [string, readonly string[]])[] = [
  ['案源、管辖、立案', ['立案']],
  ['调查取证', ['调查终结']],
  ['法制审核', ['集体讨论']],
  ['事先告知、听证', ['事先告知', '陈述申辩', '听证']],
  ['决定', ['移送']],
  ['送达、执行、结案、归档', ['送达', '执行', '结案', '归档']],
  ['行政许可', ['受理', '颁证']],
]
/** All pages lie below one another in one drawing. */
const WHOLE = /viewBox="0 0 ([\d.]+) ([\d.]+)" width="[^"]+" height="[^"]+"/

const DRAWN = drawnPapers()
await drawSheets()

async function drawSheets(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(NO_CHROMIUM)
  const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  mkdirSync(FOLDER, { recursive: true })
  const [only] = process.argv.slice(2)
  try {
    for (const [stage, kinds] of byStage())
      if (only === undefined || only === stage) await drawSheet(typesetter, browser, stage, kinds)
    writeFileSync(join(FOLDER, 'README.md'), index())
  } finally {
    await browser.close()
    await typesetter.close()
  }
}

function byStage(): ReadonlyMap<string, readonly DocumentKind[]> {
  return Map.groupBy(DOCUMENT_KINDS, ({ stage }) => PARTS.find(([, stages]) => stages.includes(stage))?.[0] ?? stage)
}

async function drawSheet(typesetter: Typesetter, browser: Browser, stage: string, kinds: readonly DocumentKind[]) {
  const figures: string[] = []
  for (const kind of kinds) figures.push(await figuresOf(typesetter, kind))
  const page = await browser.newPage({ viewport: { width: 3 * WIDTH + 90, height: 600 } })
  await page.setContent(`<style>${SHEET}</style><h1>${stage}</h1><main>${figures.join('')}</main>`)
  await page.screenshot({ path: join(FOLDER, `${stage}.png`), fullPage: true })
  await page.close()
  console.log(`${stage}: ${kinds.length} kinds`)
}

/** The first page, and beside it the last of several, which has seal and remedy. */
async function figuresOf(typesetter: Typesetter, { code, title }: DocumentKind): Promise<string> {
  const drawn = DRAWN.get(code)
  const { svg, pageCount } = await typesetter.renderPreview(drawn?.data ?? documentFixture(code))
  const pages = pageCount > 1 ? `，共 ${pageCount} 页` : ''
  const first = figure(svg, `${code}-1`, { at: 0, of: pageCount }, `${title}${pages}<br>${sourceOf(code, drawn)}`)
  if (pageCount === 1) return first
  return first + figure(svg, `${code}-n`, { at: pageCount - 1, of: pageCount }, `${title}，最后一页`)
}

/** One page out of the drawing. Two drawings on one sheet must not share the names of their glyphs. */
function figure(
  svg: string,
  prefix: string,
  page: { readonly at: number; readonly of: number },
  caption: string,
): string {
  const own = svg.replaceAll(/(id="|href="#|url\(#)/g, `$1${prefix}-`)
  const shown = own.replace(WHOLE, (_whole, width: string, height: string) => {
    const each = Number(height) / page.of
    const tall = Math.round((WIDTH * each) / Number(width))
    return `viewBox="0 ${page.at * each} ${width} ${each}" width="${WIDTH}" height="${tall}"`
  })
  return `<figure><div>${shown}</div><figcaption>${caption}</figcaption></figure>`
}

function sourceOf(code: string, drawn: DrawnPaper | undefined): string {
  if (drawn) return `出自：${drawn.from}`
  const from = MADE_ELSEWHERE[code] ?? issuerOf(code) ?? '执法监督对其他机关出具，不在案件里'
  return `<span class="sample">样例：${from}</span>`
}

/** The procedure that makes it out, where no case of the tests has come to that step. */
function issuerOf(code: string): string | undefined {
  const issuer = [...PROCEDURES.values()].find(({ stages }) =>
    Object.values(stages).some(({ actions }) =>
      Object.values(actions).some(({ issues = [] }) => issues.includes(code)),
    ),
  )
  return issuer && `由“${issuer.title}”出具，测试的案件里没有办到这一步`
}

function index(): string {
  const rows = [...byStage()].map(([stage, kinds]) => {
    const own = kinds.filter((kind) => kind.entry === undefined).length
    const samples = kinds.filter(({ code }) => !DRAWN.has(code)).length
    return `| [${stage}](${encodeURI(stage)}.png) | ${kinds.length} | ${own} | ${samples} | ${kinds.map((kind) => kind.title).join('、')} |`
  })
  return `# 文书一览

每种文书按测试用的虚构案件里真正出具的那一份排版，画第一页；有几页的，旁边画最后一页（印章、救济途径）。图下写明出自哪个程序、由谁选用；案件里不出具的用样例内容，标明“样例”和在哪里制作。由 \`npm run contact-sheet\` 生成，请勿手改；\`npm run contact-sheet -- 决定\` 只画一个环节。共 ${DOCUMENT_KINDS.length} 种。

| 环节 | 种类 | 有专用版式的 | 样例 | 文书 |
|---|---:|---:|---:|---|
${rows.join('\n')}
`
}
