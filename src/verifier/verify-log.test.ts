import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '#domain/record-log/bytes.ts'
import { type MadeLog, makeLog, nodeDigest } from '../../tests/support/made-log.ts'
import { verifySignature } from './cryptography.ts'
import { verifyLog } from './verify-log.ts'

const recorded = (count: number) =>
  Array.from({ length: count }, (_, nth) => ({
    kind: 'event' as const,
    subject: `event:0198:${nth + 1}`,
    content: utf8(`{"seq":${nth + 1}}`),
  }))

const judge = (log: MadeLog, changed: ReadonlyMap<string, Uint8Array | undefined> = new Map(), vkeys = [log.vkey]) =>
  verifyLog({
    digest: nodeDigest,
    verifySignature,
    vkeys,
    read: async (path) => (changed.has(path) ? changed.get(path) : log.files.get(path)),
  })

test('a log is accepted at every size around a full tile, and when empty', async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 600]) {
    const log = await makeLog(recorded(size))
    expect(await judge(log)).toMatchObject({ ok: true, problems: [], checkpoint: { size: BigInt(size) } })
  }
})

const log = await makeLog(recorded(600))

test('one flipped bit in any file of the log is refused, and the file is named', async () => {
  const paths = [...log.files.keys()].filter((path) => path !== 'vkey')
  expect(paths.length).toBe(8)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), async (path, bit) => {
      const bytes = log.files.get(path) ?? new Uint8Array()
      const at = (bit >> 3) % bytes.length
      const flipped = bytes.map((byte, nth) => (nth === at ? byte ^ (1 << (bit & 7)) : byte))
      const verdict = await judge(log, new Map([[path, flipped]]))
      expect(verdict.ok).toBe(false)
      const named = path === 'checkpoint' ? '检查点' : path.replace('/entries/', '/0/')
      expect(verdict.problems.join().replaceAll('/entries/', '/0/')).toContain(named)
    }),
    { numRuns: 60 },
  )
})

test('any file that is missing, cut or longer is named', async () => {
  for (const [path, bytes] of log.files) {
    if (path === 'vkey') continue
    for (const other of [undefined, new Uint8Array(), bytes.slice(1), new Uint8Array([...bytes, 0])]) {
      expect((await judge(log, new Map([[path, other]]))).ok, path).toBe(false)
    }
  }
})

test('a partial tile that has meanwhile become full is read out of the full one', async () => {
  const [small, large] = [await makeLog(recorded(300)), await makeLog(recorded(512))]
  const kept = [...large.files].filter(([path]) => path.startsWith('tile/'))
  const changed = new Map<string, Uint8Array | undefined>(kept)
  for (const path of small.files.keys())
    if (path.includes('.p/') && !path.startsWith('tile/1')) changed.set(path, undefined)
  changed.delete('tile/1/000.p/2')
  expect(await judge(small, changed)).toMatchObject({ ok: true, checkpoint: { size: 300n } })
})

test('entries and tiles exchanged together still differ from the signed root', async () => {
  const other = await makeLog(recorded(600).map((each) => ({ ...each, subject: `${each.subject}!` })))
  const forged = new Map([...other.files].filter(([path]) => path.startsWith('tile/')))
  const verdict = await judge(log, forged)
  expect(verdict.problems).toEqual([expect.stringContaining('根摘要与签名的检查点不符')])
})

test('each way a checkpoint can be of no worth has its own sentence', async () => {
  const stranger = await makeLog(recorded(1), 'elsewhere.example/log')
  const lent = await makeLog(recorded(1), 'nanping.example/log', 'elsewhere.example/log')
  expect((await judge(lent)).problems[0]).toContain('签名的公钥是别的日志的')
  const problem = async (vkeys: string[], bytes = log.files.get('checkpoint')) =>
    (await judge(log, new Map([['checkpoint', bytes]]), vkeys)).problems[0]
  expect(await problem([])).toContain('没有给出存证日志的公钥')
  expect(await problem([log.vkey, 'hello'])).toContain('不是有效的 vkey')
  expect(await problem([stranger.vkey])).toContain('没有用给出的公钥签名')
  const nothing = await judge(log, new Map([['checkpoint', undefined]]))
  expect(nothing.problems[0]).toContain('不是存证日志')
  expect(await problem([log.vkey], utf8('hello'))).toContain('格式不对')
  expect(await problem([log.vkey], new Uint8Array(5_000_000))).toContain('格式不对')
  expect(await problem([log.vkey, stranger.vkey])).toBeUndefined()
})

test('a log full of problems is not read to its end', async () => {
  const large = await makeLog(recorded(256 * 40))
  const read: string[] = []
  const verdict = await verifyLog({
    digest: nodeDigest,
    verifySignature,
    vkeys: [large.vkey],
    read: async (path) => {
      read.push(path)
      return path.startsWith('tile/0') ? undefined : large.files.get(path)
    },
  })
  expect(verdict.problems.length).toBe(21)
  expect(read.length).toBeLessThan(2 * 40)
})
