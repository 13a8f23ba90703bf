import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { cutOffWords } from './cut-off.ts'

const PATH = '/usr/local/bin:/usr/bin:/bin'

test('a program that is cut off sees no network but itself; where the kernel does not allow it, none of the words is used', async () => {
  const words = await cutOffWords({ env: { PATH }, ids: undefined })
  if (words.length === 0) return
  const [program = '', ...options] = words
  const devices = execFileSync(program, [...options, 'cat', '/proc/self/net/dev'], { env: { PATH }, encoding: 'utf8' })
  const names = devices.split('\n').flatMap((line) => /^\s*([\w.-]+):/.exec(line)?.[1] ?? [])
  expect(
    names.filter((name) => name !== 'lo' && !/^(tunl|sit|ip6tnl|gre|erspan|ip_vti|ip6_vti|ip6gre)/.test(name)),
  ).toEqual([])
})
