import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Who stands above a signer, and what is wrong with the signer. */
export type SignerKind = 'good' | 'expired' | 'self-signed' | 'under-mail'

export type StampingChains = {
  /** PEM files: the root, another root of the same name, and one that issued nothing. */
  readonly root: string
  readonly namesake: string
  readonly stranger: string
  /** A token over these bytes by OpenSSL; with the intermediate beside the signer unless it is left out. */
  stamp(kind: SignerKind, data: Uint8Array, withIntermediate?: boolean): Uint8Array
  close(): void
}

const DATABASE = `[ca]
default_ca = own
[own]
database = index
serial = serials
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`

/** A root, an intermediate below it, and signers of time stamps below that; OpenSSL makes them all. */
export function stampingChains(): StampingChains {
  const folder = mkdtempSync(join(tmpdir(), 'zhaofa-chain-'))
  const path = (name: string) => join(folder, name)
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const write = (name: string, text: string) => writeFileSync(path(name), text)
  write('ca.conf', DATABASE)
  write('index', '')
  write('serials', '1000\n')
  write('authority', 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n')
  write(
    'mail-authority',
    'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\nextendedKeyUsage=emailProtection\n',
  )
  write('stamps', 'keyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n')
  const key = (name: string, subject: string) =>
    openssl(
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${subject}`,
    )
  const rootOf = (name: string, subject: string) => {
    key(name, subject)
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-signkey',
      `${name}.key`,
      '-days',
      '3650',
      '-extfile',
      'authority',
      '-out',
      `${name}.pem`,
    )
  }
  const issue = (name: string, by: string, extensions: string, from = '20200101000000Z', until = '20400101000000Z') =>
    openssl(
      'ca',
      '-batch',
      '-notext',
      '-config',
      'ca.conf',
      '-cert',
      `${by}.pem`,
      '-keyfile',
      `${by}.key`,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      '-extfile',
      extensions,
      '-startdate',
      from,
      '-enddate',
      until,
    )
  rootOf('root', 'Root of Time')
  rootOf('namesake', 'Root of Time')
  rootOf('stranger', 'Root of Something Else')
  key('middle', 'Middle of Time')
  issue('middle', 'root', 'authority')
  key('mail', 'Mail Authority')
  issue('mail', 'root', 'mail-authority')
  const below = (by: string, until?: string) => (name: string) => {
    issue(name, by, 'stamps', undefined, until)
    return by
  }
  const signers: Readonly<Record<SignerKind, (name: string) => string>> = {
    good: below('middle'),
    expired: below('middle', '20210101000000Z'),
    'under-mail': below('mail'),
    'self-signed': (name) => {
      openssl(
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-signkey',
        `${name}.key`,
        '-days',
        '30',
        '-extfile',
        'stamps',
        '-out',
        `${name}.pem`,
      )
      return name
    },
  }
  const above = new Map<SignerKind, string>()
  return {
    root: path('root.pem'),
    namesake: path('namesake.pem'),
    stranger: path('stranger.pem'),
    stamp: (kind, data, withIntermediate = true) => {
      if (!above.has(kind)) {
        key(kind, `Signer ${kind}`)
        above.set(kind, signers[kind](kind))
      }
      writeFileSync(path('data'), data)
      write('serial', '01\n')
      const certs = withIntermediate ? `certs = ${above.get(kind)}.pem\n` : ''
      write(
        'tsa.conf',
        `[tsa]\ndefault_tsa = own\n[own]\nserial = serial\nsigner_cert = ${kind}.pem\nsigner_key = ${kind}.key\n${certs}default_policy = 1.2.3.4.1\ndigests = sha256\nsigner_digest = sha256\n`,
      )
      openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query')
      openssl('ts', '-reply', '-config', 'tsa.conf', '-queryfile', 'query', '-token_out', '-out', 'token')
      return readFileSync(path('token'))
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}
