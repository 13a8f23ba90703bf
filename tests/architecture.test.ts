import { describe, expect, test } from 'vitest'
import {
  deadLinks,
  dependencyBreaches,
  forbiddenWords,
  linkBreaches,
  lockBreaches,
  wordBreaches,
} from './architecture/document-breaches.ts'
import { breachesOf, importBreaches } from './architecture/import-breaches.ts'
import { importsOf } from './architecture/imports-of.ts'
import {
  impatience,
  impatienceBreaches,
  impurities,
  impurityBreaches,
  nameBreach,
  nameBreaches,
  sizeBreaches,
  tabBreach,
  tabBreaches,
} from './architecture/shape-breaches.ts'

describe('the house', () => {
  test.each([
    ['each room imports only what section 2 of ARCHITECTURE.md allows', importBreaches],
    ['no file outgrows one concept', sizeBreaches],
    ['every file is named after what it does', nameBreaches],
    ['environment, time and chance each have one source', impurityBreaches],
    ['a journey waits for what a screen will show', impatienceBreaches],
    ['of tabs only the one is open that is shown', tabBreaches],
    ['every link of the documents leads somewhere', linkBreaches],
    ['every dependency is a written decision', dependencyBreaches],
    ['the lock file names no host', lockBreaches],
    ['nothing ties the project to one machine', wordBreaches],
  ])('%s', (_rule, breaches) => {
    expect(breaches()).toEqual([])
  })
})

describe('the rules themselves see', () => {
  const breaches = (path: string, text: string) => importsOf(path, text).flatMap(breachesOf)

  test.each([
    ['src/domain/case/fold.ts', `import { readFileSync } from 'node:fs'`],
    ['src/domain/case/fold.ts', `import type { Config } from '#server/config.ts'`],
    ['src/domain/record-log/tree.ts', `import { addDays } from '../calendar/plain-date.ts'`],
    ['src/procedures/x.ts', `import { z } from 'zod'`],
    ['src/desk/main.tsx', `const x = await import('#server/config.ts')`],
    ['src/desk/features/a/list.tsx', `import { b } from '../b/list.tsx'`],
    ['src/server/db/pool.ts', `export { buildApp } from '../app.ts'`],
    ['src/server/http/route.ts', `import { x } from '#server/features/cases/index.ts'`],
    ['src/server/features/a/x.ts', `import {\n  findCase,\n} from '../cases/cases-queries.ts'`],
    ['src/portal/page.ts', `import { systemClock } from '#server/features/cases/index.ts'`],
    ['src/verifier/main.ts', `import 'node:fs'`],
    ['src/elsewhere/x.ts', `import 'node:fs'`],
  ])('%s with %s', (path, text) => {
    expect(breaches(path, text).length).toBeGreaterThan(0)
  })

  test('an allowed import is no breach', () => {
    expect(breaches('src/server/db/x.ts', `import { parsePlainDate } from '#domain/calendar/plain-date.ts'`)).toEqual(
      [],
    )
    expect(breaches('src/cli/x.ts', `import { readSettings } from '#server/config.ts'\nimport 'node:fs'`)).toEqual([])
  })

  test('a tab that is known by its search and does not say so', () => {
    const tab = (more: string) =>
      `<Link to="/a" search={{ only }}${more} aria-current={only === tab ? 'page' : undefined}>`
    expect(tabBreach('src/desk/a.tsx', tab(''))).toHaveLength(1)
    expect(tabBreach('src/desk/a.tsx', tab(' activeOptions={BY_SEARCH}'))).toEqual([])
    expect(tabBreach('src/desk/a.tsx', '<Link to="/a" search={{ only }}>')).toEqual([])
  })

  test('a name that says nothing, is not kebab-case or hides a barrel', () => {
    const wrong = [
      'src/domain/case/case-utils.ts',
      'src/common/x.ts',
      'src/desk/ui/MyTable.tsx',
      'src/domain/case/index.ts',
    ]
    for (const path of wrong) expect(nameBreach(path), path).toHaveLength(1)
    expect(nameBreach('src/server/features/cases/index.ts')).toEqual([])
  })

  test('time, chance and environment read in the wrong place', () => {
    for (const line of ['const now = new Date()', 'Date.now() + 1', 'Math.random()', 'process.env.HOME']) {
      expect(impurities('src/domain/case/fold.ts', line), line).toHaveLength(1)
    }
    expect(impurities('src/domain/case/fold.ts', 'new Date(iso) // never Date.now')).toEqual([])
  })

  test('a screen that is asked only once', () => {
    expect(impatience('x', `expect(await page.getByRole('main').textContent()).toBe('')`)).toHaveLength(1)
    expect(impatience('x', `await expect.poll(() => page.getByRole('main').textContent()).toBe('')`)).toEqual([])
    expect(impatience('x.db.test.ts', `import { chromium } from 'playwright-core'`)).toHaveLength(1)
    expect(impatience('x.journey.test.ts', `import { chromium } from 'playwright-core'`)).toEqual([])
  })

  test('a dead link and a path of one machine', () => {
    expect(deadLinks('docs/x.md', '[a](../README-missing.md#b) [c](https://example.cn) [d](#e)')).toHaveLength(1)
    expect(forbiddenWords('a.md', `see /${'work'}/main`)).toHaveLength(1)
    expect(forbiddenWords('a.md', 'src/work/main')).toEqual([])
  })
})
