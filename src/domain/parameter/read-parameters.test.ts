import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PARAMETERS } from './registry.ts'

const SRC = join(import.meta.dirname, '../..')

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(import.meta.dirname))
}

test('every parameter that can be set is read somewhere: what is entered acts', () => {
  const text = sources(SRC)
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  expect(Object.keys(PARAMETERS).filter((code) => !text.includes(`'${code}'`))).toEqual([])
})
