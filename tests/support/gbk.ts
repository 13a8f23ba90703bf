/** GBK bytes of a text, by asking the decoder for every pair of bytes; Node itself only decodes. */
export function gbkOf(text: string): Buffer {
  const bytes = [...text].flatMap((character) => {
    if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)]
    const pair = table().get(character)
    if (!pair) throw new Error(`${character} is not in GBK`)
    return pair
  })
  return Buffer.from(bytes)
}

let known: Map<string, readonly number[]> | undefined

function table(): Map<string, readonly number[]> {
  if (known) return known
  const decoder = new TextDecoder('gbk')
  known = new Map()
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) known.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return known
}
