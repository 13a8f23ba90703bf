import { describe, expect, test } from 'vitest'
import { isLoopback, readSettings, refuseOpenDemo } from './config.ts'

describe('the environment', () => {
  test('needs nothing: every variable has a default', () => {
    const { config, secrets } = readSettings({ DATABASE_URL: '' })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      portalPort: 8081,
      publicUrl: 'http://127.0.0.1:8080',
      portalPublicUrl: 'http://127.0.0.1:8081',
      demo: true,
    })
    expect(config.blobStore).toEqual({ kind: 'file', folder: `${config.home}/blobs` })
    expect(secrets.databaseUrl).toBeUndefined()
  })

  test.each([
    ['PORT', 'http'],
    ['PORT', '0'],
    ['PORTAL_PORT', '65536'],
    ['PORT', '-0'],
    ['PORT', '1e3'],
    ['HOST', 'a b'],
    ['DATABASE_URL', 'mysql://x'],
    ['DATABASE_URL_APP', 'postgres'],
    ['BLOB_STORE', 'ftp://x/y'],
    ['BLOB_STORE', 's3://host/bucket'],
    ['PUBLIC_URL', 'example.cn'],
    ['PORTAL_PUBLIC_URL', 'https://example.cn/path'],
    ['LOG_LEVEL', 'loud'],
    ['DEMO', 'no'],
    ['LOG_WITNESSES', 'w.example+00000000+AAAA http://127.0.0.1:1'],
    ['LOG_QUORUM', '-1'],
    ['LOG_QUORUM', '1'],
    ['LOG_TSA', 'ftp://tsa.example'],
    ['LOG_TSA_HOURS', '0'],
    ['LOG_TSA_ANCHORS', '/nowhere/roots.pem'],
    ['LOG_SM2', 'yes'],
  ])('%s=%s is refused with a sentence that names the variable', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^环境变量 ${name} .*。$`))
  })

  test('several wrong variables get a sentence each', () => {
    expect(() => readSettings({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT .*。\n.*DEMO .*。/)
  })

  test('no sentence and no printable setting carries a password', () => {
    const wrong = () => readSettings({ DATABASE_URL: 'mysql://u:geheim@h/d' })
    expect(wrong).toThrow(/^(?!.*geheim)/)
    const { config, secrets } = readSettings({
      DATABASE_URL: 'postgres://u:geheim@h/d',
      BLOB_STORE: 's3://key:geheim@store.example/evidence?region=cn',
    })
    expect(JSON.stringify(config)).not.toContain('geheim')
    expect(config.blobStore).toEqual({
      kind: 's3',
      endpoint: 'https://store.example',
      bucket: 'evidence',
      region: 'cn',
    })
    expect(secrets.s3).toEqual({ accessKey: 'key', secretKey: 'geheim' })
  })

  test('a connection over a socket folder is a connection', () => {
    const url = 'postgres://u:p@/zhaofa?host=%2Frun%2Fpostgresql'
    expect(readSettings({ DATABASE_URL: url }).secrets.databaseUrl).toBe(url)
  })
})

describe('demo logins', () => {
  test('are served on the loopback only', () => {
    const { config } = readSettings({ HOST: '0.0.0.0' })
    expect(() => refuseOpenDemo(config, true)).toThrow('演示账号')
    expect(() => refuseOpenDemo(config, false)).not.toThrow()
    expect(() => refuseOpenDemo(readSettings({}).config, true)).not.toThrow()
  })

  test.each([
    ['127.0.0.1', true],
    ['127.8.8.8', true],
    ['::1', true],
    ['localhost', true],
    ['0.0.0.0', false],
    ['127.0.0.1.example.cn', false],
    ['10.0.0.1', false],
  ])('%s is the loopback: %s', (host, is) => {
    expect(isLoopback(host)).toBe(is)
  })
})
