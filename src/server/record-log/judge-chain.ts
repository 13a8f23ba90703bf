import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { OperatorError } from '../operator-error.ts'

/** What a certificate says, and whether it led up to a root that is trusted. */
export type ChainJudgement = { readonly root: string } | { readonly problem: string }

/** Longer ones nobody issues; a circle ends here. */
const LONGEST = 8

const NO_ROOT = '签名证书没有接到任何一个信任的根证书。'

/**
 * Whether the certificate leads up to one of the anchors: each issued and signed by the next, authorities only above, all of them valid
 * at the time that was stamped. Whether one of them was revoked is not asked.
 */
export function judgeChain(
  signer: Uint8Array,
  others: readonly Uint8Array[],
  anchors: readonly X509Certificate[],
  at: Date,
): ChainJudgement {
  const [own, ...between] = [signer, ...others].map(read)
  if (!own) return { problem: '签名证书读不出来。' }
  const known = between.filter((certificate) => certificate !== undefined)
  // Where an authority was renewed, the way that was valid then comes first.
  const valid = (all: readonly X509Certificate[]) => all.filter((one) => isValidAt(one, at))
  const path = pathTo(valid(anchors), valid(known), [own]) ?? pathTo(anchors, known, [own])
  if (!path) return { problem: NO_ROOT }
  const stale = path.find((certificate) => !isValidAt(certificate, at))
  if (stale) return { problem: staleSentence(stale, at) }
  const wrong = path.slice(1, -1).find((certificate) => !mayStandAboveStamps(certificate))
  if (wrong) return { problem: `中间证书“${nameOf(wrong)}”不准用于时间戳（缺少 timeStamping 用途）。` }
  return { root: nameOf(path.at(-1) ?? own) }
}

/** From the signer up to an anchor; undefined when there is no way. */
function pathTo(
  anchors: readonly X509Certificate[],
  known: readonly X509Certificate[],
  path: readonly [X509Certificate, ...X509Certificate[]],
): readonly X509Certificate[] | undefined {
  const last = path.at(-1) ?? path[0]
  if (anchors.some((anchor) => isSame(anchor, last))) return path
  const anchor = anchors.find((issuer) => isIssuedBy(last, issuer))
  if (anchor) return [...path, anchor]
  if (path.length > LONGEST) return undefined
  const above = known.filter((issuer) => !path.some((one) => isSame(one, issuer)) && isIssuedBy(last, issuer))
  for (const issuer of above) {
    const found = pathTo(anchors, known, [...path, issuer])
    if (found) return found
  }
  return undefined
}

/** Names and key usage fit, it is an authority, and its key has signed. */
function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const ANY_USAGE = '2.5.29.37.0'

/** An authority that says for what it may issue must say this as well. */
function mayStandAboveStamps({ keyUsage }: X509Certificate): boolean {
  const purposes = keyUsage as readonly string[] | undefined
  return purposes === undefined || purposes.includes(TIME_STAMPING) || purposes.includes(ANY_USAGE)
}

const isSame = (a: X509Certificate, b: X509Certificate): boolean => a.fingerprint256 === b.fingerprint256

function isValidAt({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate
}

function staleSentence(certificate: X509Certificate, at: Date): string {
  const [from, to, then] = [certificate.validFromDate, certificate.validToDate, at].map((date) => date.toISOString())
  return `证书“${nameOf(certificate)}”在盖章的时间 ${then} 不在有效期内（${from} 至 ${to}）。`
}

/** The common name, or the whole subject. */
function nameOf({ subject }: X509Certificate): string {
  return /(?:^|\n)CN=([^\n]+)/.exec(subject)?.[1] ?? subject.replaceAll('\n', '，')
}

function read(der: Uint8Array): X509Certificate | undefined {
  try {
    return new X509Certificate(der)
  } catch {
    return undefined
  }
}

const PEM = /-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g

/** The certificates of a PEM file; undefined when it is none. */
export function findAnchors(path: string): readonly X509Certificate[] | undefined {
  try {
    const found = readFileSync(path, 'utf8').match(PEM) ?? []
    return found.length > 0 ? found.map((pem) => new X509Certificate(pem)) : undefined
  } catch {
    return undefined
  }
}

/** The same, each of them trusted; `from` is how the file was named. Throws an OperatorError. */
export function readAnchors(path: string, from: string): readonly X509Certificate[] {
  const found = findAnchors(path)
  if (found) return found
  throw new OperatorError(`${from} 指定的“${path}”不是 PEM 格式的证书文件：请给出时间戳签发机构的根证书。`, 2)
}

/** The roots that the office trusts for time stamps; none where it has named no file. */
export function anchorsAt(path: string | undefined): readonly X509Certificate[] {
  return path === undefined ? [] : readAnchors(path, '环境变量 LOG_TSA_ANCHORS')
}
