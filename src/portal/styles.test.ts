import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readStyles } from './portal-styles.ts'

const tokens = readFileSync(join(import.meta.dirname, 'styles/tokens.css'), 'utf8')
const print = readFileSync(join(import.meta.dirname, 'styles/print.css'), 'utf8')
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')
/** What is printed has the colours of the page by day where print names no other. */
const SCHEMES = {
  light: coloursOf(light),
  dark: { ...coloursOf(light), ...coloursOf(dark) },
  print: { ...coloursOf(light), ...coloursOf(print) },
}

function coloursOf(css: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  )
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each(Object.entries(SCHEMES))('contrast, %s', (_name, colours) => {
  const of = (name: string) => colours[name] ?? expect.fail(`no colour ${name}`)

  it.each(['ink-1', 'ink-2', 'ink-3', 'link', 'ok', 'late', 'seal'])(
    '%s can be read on every ground (4.5 : 1)',
    (ink) => {
      for (const ground of ['ground', 'raised', 'sunk']) {
        // What is sunk is a well that holds secondary text.
        if (ground === 'sunk' && !['ink-1', 'ink-2', 'link'].includes(ink)) continue
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    },
  )

  it('the mark and the button can be read', () => {
    expect(contrast(of('on-seal'), of('seal'))).toBeGreaterThanOrEqual(4.5)
    expect(contrast(of('ground'), of('ink-1'))).toBeGreaterThanOrEqual(4.5)
  })

  it('the border of a field and the ring of focus are seen (3 : 1)', () => {
    for (const line of ['edge', 'link']) expect(contrast(of(line), of('ground'))).toBeGreaterThanOrEqual(3)
    expect(contrast(of('edge'), of('raised'))).toBeGreaterThanOrEqual(3)
  })
})

describe('the style sheet', () => {
  it('loads nothing from elsewhere and has no colour outside its tokens', () => {
    const { css } = readStyles()
    expect(css).not.toMatch(/@import|url\(/)
    expect(css.replace(tokens, '').replace(print, '')).not.toMatch(/#[0-9a-f]{3,8}\b|rgb|hsl/i)
  })
})
