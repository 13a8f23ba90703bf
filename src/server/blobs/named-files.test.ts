import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AlteredFileError, type NamedFiles, openNamedFolder } from './named-files.ts'

let root: string
let files: NamedFiles
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'zhaofa-named-'))
  files = openNamedFolder(join(root, 'blobs'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const bytes = (text: string) => Buffer.from(text)

describe('files under names', () => {
  it('are kept in folders of their own, and nothing unfinished stays beside them', async () => {
    await files.keep([
      { name: 'log/tile/0/000', bytes: bytes('a') },
      { name: 'log/tile/0/x001/000.p/5', bytes: bytes('b') },
    ])
    expect(String(await files.read('log/tile/0/x001/000.p/5'))).toBe('b')
    expect(readdirSync(join(root, 'blobs/log/tile/0')).sort()).toEqual(['000', 'x001'])
  })

  it('that never change may be kept again and not be overwritten', async () => {
    await files.keep([{ name: 'log/tile/0/000', bytes: bytes('a') }])
    await files.keep([{ name: 'log/tile/0/000', bytes: bytes('a') }])
    const other = files.keep([
      { name: 'log/tile/0/001', bytes: bytes('new') },
      { name: 'log/tile/0/000', bytes: bytes('b') },
    ])
    await expect(other).rejects.toThrow(AlteredFileError)
    expect(String(await files.read('log/tile/0/000'))).toBe('a')
    expect(await files.read('log/tile/0/001')).toBeUndefined()
  })

  it('that do change are replaced', async () => {
    await files.replace({ name: 'log/checkpoint', bytes: bytes('1') })
    await files.replace({ name: 'log/checkpoint', bytes: bytes('2') })
    expect(readFileSync(join(root, 'blobs/log/checkpoint'), 'utf8')).toBe('2')
  })

  it('go one by one or with their folder; what is not there may go, too', async () => {
    await files.keep([{ name: 'log/tile/0/000.p/5', bytes: bytes('a') }])
    await files.remove('log/tile/0/000.p')
    await files.remove('log/tile/0/000.p')
    expect(await files.read('log/tile/0/000.p/5')).toBeUndefined()
  })

  it('read as absent where a folder stands or a file stands in the way', async () => {
    await files.keep([{ name: 'log/tile/0/000', bytes: bytes('a') }])
    expect(await files.read('log/tile')).toBeUndefined()
    expect(await files.read('log/tile/0/000/1')).toBeUndefined()
  })

  it.each(['', '/', '../secret', 'log/../../secret', 'log//x', '/etc/passwd', 'log/\0', 'log/%2e', '.hidden', 'LOG/x'])(
    'never lead out of the folder: %j is no name',
    async (name) => {
      writeFileSync(join(root, 'secret'), 'x')
      await expect(async () => files.read(name)).rejects.toThrow(TypeError)
      await expect(async () => files.remove(name)).rejects.toThrow(TypeError)
    },
  )
})
