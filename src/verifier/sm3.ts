/** SM3 (GB/T 32905-2016) of whole messages: small enough to be read beside the standard. */
export function sm3(message: Uint8Array): Uint8Array {
  const padded = pad(message)
  const state = Uint32Array.from(INITIAL)
  for (let at = 0; at < padded.length; at += 64) compress(state, padded.subarray(at, at + 64))
  return words(state)
}

const INITIAL = [0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e]

function pad(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array((((message.length + 8) >> 6) + 1) << 6)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000))
  view.setUint32(padded.length - 4, (message.length << 3) >>> 0)
  return padded
}

function words(state: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(32)
  const view = new DataView(bytes.buffer)
  for (const [nth, word] of state.entries()) view.setUint32(4 * nth, word)
  return bytes
}

const rotate = (word: number, by: number): number => ((word << (by % 32)) | (word >>> (32 - (by % 32)))) >>> 0
const p0 = (word: number): number => word ^ rotate(word, 9) ^ rotate(word, 17)
const p1 = (word: number): number => word ^ rotate(word, 15) ^ rotate(word, 23)

/** Section 5.3.2: the block as 68 words. */
function expand(block: Uint8Array): Uint32Array {
  const view = new DataView(block.buffer, block.byteOffset)
  const w = new Uint32Array(68)
  const at = (nth: number): number => w[nth] ?? 0
  for (let nth = 0; nth < 16; nth++) w[nth] = view.getUint32(4 * nth)
  for (let nth = 16; nth < 68; nth++) {
    w[nth] = p1(at(nth - 16) ^ at(nth - 9) ^ rotate(at(nth - 3), 15)) ^ rotate(at(nth - 13), 7) ^ at(nth - 6)
  }
  return w
}

const mixFf = (nth: number, a: number, b: number, c: number): number =>
  nth < 16 ? a ^ b ^ c : (a & b) | (a & c) | (b & c)
const mixGg = (nth: number, e: number, f: number, g: number): number => (nth < 16 ? e ^ f ^ g : (e & f) | (~e & g))

/** Section 5.3.3. */
function compress(state: Uint32Array, block: Uint8Array): void {
  const w = expand(block)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let nth = 0; nth < 64; nth++) {
    const turn = rotate(nth < 16 ? 0x79cc4519 : 0x7a879d8a, nth)
    const ss1 = rotate((rotate(a, 12) + e + turn) >>> 0, 7)
    const ss2 = ss1 ^ rotate(a, 12)
    const [word = 0, later = 0] = [w[nth], w[nth + 4]]
    const tt1 = (mixFf(nth, a, b, c) + d + ss2 + (word ^ later)) >>> 0
    const tt2 = (mixGg(nth, e, f, g) + h + ss1 + word) >>> 0
    ;[a, b, c, d, e, f, g, h] = [tt1, a, rotate(b, 9), c, p0(tt2), e, rotate(f, 19), g]
  }
  for (const [nth, word] of [a, b, c, d, e, f, g, h].entries()) state[nth] = (state[nth] ?? 0) ^ word
}
