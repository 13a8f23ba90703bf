import fc from 'fast-check'
import { expect, test } from 'vitest'
import { base64, parseBase64 } from './base64.ts'
import { hex, parseHex, parseUtf8, utf8 } from './bytes.ts'

/** Any character but half of a pair, the long ones as often as the short. */
const letter = fc
  .tuple(fc.integer({ min: 0, max: 0x10ffff }), fc.constantFrom(0, 4, 9, 13))
  .map(([code, shift]) => code >> shift)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))

test('texts become the UTF-8 that every other program writes, and come back', () => {
  fc.assert(
    fc.property(fc.array(letter), (letters) => {
      const text = letters.join('')
      expect(utf8(text)).toEqual(new Uint8Array(Buffer.from(text)))
      expect(parseUtf8(utf8(text))).toBe(text)
    }),
  )
  expect(() => utf8('\ud800')).toThrow(RangeError)
})

test('bytes that are no UTF-8 are no text: overlong, half pairs, stray, cut, too high', () => {
  const bad = ['c080', 'eda080', '80', 'e4b8', 'f4908080', 'ff'].map((each) => new Uint8Array(Buffer.from(each, 'hex')))
  expect(bad.map(parseUtf8)).toEqual(bad.map(() => undefined))
})

test('bytes have one text in base 64 and in hexadecimal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(parseBase64(base64(bytes))).toEqual(bytes)
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(parseHex(hex(bytes))).toEqual(bytes)
    }),
  )
  for (const text of ['YQ', 'YQ=', 'YR==', 'YQ== ', 'Y Q=', 'YQ==YQ==', '====', 'YW-_', 'YWI']) {
    expect(parseBase64(text), text).toBeUndefined()
  }
  for (const text of ['a', 'AA', 'ag', '0x', ' aa', 'aa\n']) expect(parseHex(text), text).toBeUndefined()
})
