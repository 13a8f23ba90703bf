// Draws every kind of document, filled with an invented case, side by side: `npm run contact-sheet`, into docs/documents.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { DocumentKind } from '#domain/document/document-kind.ts'
import { DOCUMENT_KINDS } from '#domain/document/registry.ts'
import { shippedFontFolders } from '#server/features/documents/font-folders.ts'
import { openTypesetter, type Typesetter } from '#server/features/documents/typesetter.ts'
import { documentFixture } from '../tests/support/document-fixtures.ts'
import { findChromium, NO_CHROMIUM } from './find-chromium.ts'

const FOLDER = join(import.meta.dirname, '../docs/documents')
const SHEET = `body { margin: 16px; font: 14px "Noto Sans CJK SC", sans-serif; background: #eee }
  h1 { font-size: 20px } svg { background: #fff } main { display: grid; grid-template-columns: repeat(6, 220px); gap: 16px }
  figure { margin: 0 } figure div { height: 311px; overflow: hidden; background: #fff; border: 1px solid #bbb }
  svg { width: 220px; height: auto; display: block } figcaption { margin-top: 4px; line-height: 1.35 }`

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
// A4 in points; all pages lie below one another in one drawing.
const WHOLE = /viewBox="0 0 ([\d.]+) [\d.]+" width="[^"]+" height="[^"]+"/
const FIRST_PAGE = 'viewBox="0 0 $1 841.89" width="220" height="311"'

await drawSheets()

async function drawSheets(): Promise<void> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(NO_CHROMIUM)
  const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  mkdirSync(FOLDER, { recursive: true })
  try {
    for (const [stage, kinds] of byStage()) await drawSheet(typesetter, browser, stage, kinds)
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
  for (const kind of kinds) figures.push(await figureOf(typesetter, kind))
  const page = await browser.newPage({ viewport: { width: 1450, height: 600 } })
  await page.setContent(`<style>${SHEET}</style><h1>${stage}</h1><main>${figures.join('')}</main>`)
  await page.screenshot({ path: join(FOLDER, `${stage}.png`), fullPage: true })
  await page.close()
  console.log(`${stage}: ${kinds.length} kinds`)
}

/** The first page; later pages lie below the cut. */
async function figureOf(typesetter: Typesetter, { code, title }: DocumentKind): Promise<string> {
  const { svg, pageCount } = await typesetter.renderPreview(documentFixture(code))
  const pages = pageCount > 1 ? `（共${pageCount}页）` : ''
  // Two drawings on one page must not share the names of their glyphs.
  const own = svg.replaceAll(/(id="|href="#|url\(#)/g, `$1${code}-`).replace(WHOLE, FIRST_PAGE)
  return `<figure><div>${own}</div><figcaption>${title}${pages}</figcaption></figure>`
}

function index(): string {
  const rows = [...byStage()].map(([stage, kinds]) => {
    const own = kinds.filter((kind) => kind.entry === undefined).length
    return `| [${stage}](${encodeURI(stage)}.png) | ${kinds.length} | ${own} | ${kinds.map((kind) => kind.title).join('、')} |`
  })
  return `# 文书一览

每种文书用同一件虚构案件的内容排版，只画第一页；由 \`npm run contact-sheet\` 生成，请勿手改。共 ${DOCUMENT_KINDS.length} 种。

| 环节 | 种类 | 有专用版式的 | 文书 |
|---|---:|---:|---|
${rows.join('\n')}
`
}
