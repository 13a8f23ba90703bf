import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How the authority lies. */
export type Lie = 'none' | 'other-digest' | 'old-reply' | 'rejected' | 'garbage' | 'fault' | 'wrong-key'

export type TestAuthority = {
  readonly url: string
  /** PEM of the certificate authority above it. */
  readonly authorityFile: string
  lie: Lie
  /** Queries so far. */
  readonly asked: number
  close(): Promise<void>
}

const CONFIG = `[tsa]
default_tsa = own
[own]
serial = serial
signer_cert = tsa.pem
signer_key = tsa.key
certs = ca.pem
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
`

/** A time-stamping authority with OpenSSL behind a small server; each answer is a real one, or a lie about one. */
export async function testAuthority(): Promise<TestAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-tsa-'))
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  makeKeys(folder, openssl)
  const stamp = (query: Buffer, config = 'tsa.conf'): Buffer => {
    writeFileSync(join(folder, 'query'), query)
    openssl('ts', '-reply', '-config', config, '-queryfile', 'query', '-out', 'reply')
    return readFileSync(join(folder, 'reply'))
  }
  let old: Buffer | undefined
  const answerTo: Record<Lie, (query: Buffer) => Buffer> = {
    none: (query) => stamp(query),
    'other-digest': (query) => stamp(flipDigest(query)),
    'old-reply': (query) => {
      old ??= stamp(query)
      return old
    },
    // A query for a digest that it does not take.
    rejected: () => {
      openssl('ts', '-query', '-digest', '0'.repeat(40), '-sha1', '-out', 'sha1')
      return stamp(readFileSync(join(folder, 'sha1')))
    },
    garbage: () => Buffer.from('<html>login</html>'),
    fault: () => Buffer.alloc(0),
    'wrong-key': (query) => {
      const reply = stamp(query)
      reply[reply.length - 20] = (reply[reply.length - 20] ?? 0) ^ 1
      return reply
    },
  }
  const authority: { lie: Lie; asked: number } = { lie: 'none', asked: 0 }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    authority.asked += 1
    const status = authority.lie === 'fault' ? 500 : 200
    response
      .writeHead(status, { 'content-type': 'application/timestamp-reply' })
      .end(answerTo[authority.lie](Buffer.concat(chunks)))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(authority, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    authorityFile: join(folder, 'ca.pem'),
    close: async () => {
      server.closeAllConnections()
      server.close()
      rmSync(folder, { recursive: true, force: true })
    },
  })
}

function makeKeys(folder: string, openssl: (...args: string[]) => Buffer): void {
  writeFileSync(join(folder, 'tsa.conf'), CONFIG)
  writeFileSync(join(folder, 'serial'), '01\n')
  writeFileSync(join(folder, 'ext'), 'extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n')
  const days = ['-days', '3650', '-nodes', '-newkey', 'rsa:2048']
  openssl('req', '-x509', ...days, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test CA')
  openssl('req', ...days.slice(2), '-keyout', 'tsa.key', '-out', 'tsa.csr', '-subj', '/CN=Test Time Authority')
  openssl(
    'x509',
    '-req',
    '-in',
    'tsa.csr',
    '-CA',
    'ca.pem',
    '-CAkey',
    'ca.key',
    '-CAcreateserial',
    '-days',
    '3650',
    '-extfile',
    'ext',
    '-out',
    'tsa.pem',
  )
}

/** The digest is the 32 bytes behind OCTET STRING of that length. */
function flipDigest(query: Buffer): Buffer {
  const other = Buffer.from(query)
  const at = other.indexOf(Buffer.from([0x04, 0x20])) + 2
  other[at] = (other[at] ?? 0) ^ 1
  return other
}
