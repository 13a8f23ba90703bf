import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bakeVkeys } from './verifier-page.ts'

const PAGE = readFileSync(join(import.meta.dirname, '../../verifier/page/page.html'), 'utf8')
const KEY = 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'

test('the keys stand in the page that is handed out', () => {
  expect(bakeVkeys(PAGE, [KEY, KEY])).toContain(`<meta name="zhaofa-vkeys" content="${KEY} ${KEY}">`)
})

test('nothing but keys gets into the page, and only once', () => {
  expect(() => bakeVkeys(PAGE, ['"><script>'])).toThrow(RangeError)
  expect(() => bakeVkeys(PAGE, [`${KEY} x`])).toThrow(RangeError)
  expect(() => bakeVkeys(bakeVkeys(PAGE, [KEY]), [KEY])).toThrow(RangeError)
})
