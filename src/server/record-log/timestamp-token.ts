import { hash, webcrypto, type X509Certificate } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  CryptoEngine,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  setEngine,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'
import { judgeChain } from './judge-chain.ts'

const OID = {
  sha256: '2.16.840.1.101.3.4.2.1',
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  extKeyUsage: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as never }))

/** What a time stamp says, its signature and digest checked. */
export type Stamped = {
  /** DER of the token (RFC 3161, section 2.4.2), which `openssl ts -verify -token_in` reads as well. */
  readonly token: Uint8Array
  readonly at: Date
  /** Name in the certificate that signed. */
  readonly signer: string
  /** The trusted root to which the certificate leads; undefined where no roots were given, and nothing is said of whose it is. */
  readonly root?: string
}

export type StampProblem = { readonly problem: string }

/** The body of a request for these bytes (RFC 3161, section 2.4.1), with the authority's certificate asked for. */
export function timestampRequest(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      hashedMessage: new OctetString({ valueHex: bufferOf(hash('sha256', data, 'buffer')) }),
    }),
    nonce: new Integer({ valueHex: bufferOf(nonce) }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER(false))
}

/** The token of an authority's answer, or the sentence why it is worth nothing. Never throws on what others wrote. */
export async function readTimestampReply(
  reply: Uint8Array,
  data: Uint8Array,
  nonce: Uint8Array,
  anchors?: Anchors,
): Promise<Stamped | StampProblem> {
  const parsed = attempt(() => TimeStampResp.fromBER(bufferOf(reply)))
  if (!parsed) return { problem: '时间戳服务的答复不是 RFC 3161 的格式。' }
  // 0 granted, 1 granted with modifications (RFC 3161, section 2.4.2).
  const { status } = parsed.status
  if (status !== 0 && status !== 1) return { problem: `时间戳服务没有同意（状态 ${status}）。` }
  if (!parsed.timeStampToken) return { problem: '时间戳服务同意了，但没有给出时间戳。' }
  return readTimestampToken(new Uint8Array(parsed.timeStampToken.toSchema().toBER(false)), data, { nonce, anchors })
}

/** Roots that are trusted; undefined or none of them, and the chain is not judged. */
export type Anchors = readonly X509Certificate[] | undefined

/**
 * Judges a token: kind, digest, nonce where one is given, signature, that its key is one for time stamps alone, and where roots are
 * given that its certificate leads up to one of them.
 */
export async function readTimestampToken(
  token: Uint8Array,
  data: Uint8Array,
  { nonce, anchors = [] }: { readonly nonce?: Uint8Array; readonly anchors?: Anchors } = {},
): Promise<Stamped | StampProblem> {
  const opened = attempt(() => openToken(token))
  if (!opened) return { problem: '时间戳不是 RFC 3161 的格式，或者已经残缺。' }
  const { signed, info } = opened
  const stranger = refuseStranger(info, data, nonce)
  if (stranger !== undefined) return { problem: stranger }
  const certificate = await signerOf(signed, data)
  if (!certificate) return { problem: '时间戳的签名无效，或者没有附上签名证书。' }
  if (!isForTimestamps(certificate)) return { problem: NOT_FOR_STAMPS }
  const judged = judgeAt(signed, certificate, anchors, info.genTime)
  if (judged && 'problem' in judged) return judged
  const signer = certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join('，')
  return { token, at: info.genTime, signer, ...judged }
}

const NOT_FOR_STAMPS = '签名证书不是专用于时间戳的（扩展用途应为关键项，并且只有 timeStamping）。'

/** Why a token is not over these bytes, or not for this request. */
function refuseStranger({ messageImprint, nonce }: TSTInfo, data: Uint8Array, asked?: Uint8Array): string | undefined {
  const { hashAlgorithm, hashedMessage } = messageImprint
  const isOwn =
    hashAlgorithm.algorithmId === OID.sha256 &&
    hash('sha256', data, 'hex') === hexOf(hashedMessage.valueBlock.valueHexView)
  if (!isOwn) return '时间戳盖的是另一个摘要，不是这个检查点的。'
  if (asked && !isSameNumber(nonce?.valueBlock.valueHexView, asked))
    return '时间戳的随机数与请求的不同：它不是对这次请求的答复。'
  return undefined
}

function openToken(token: Uint8Array): { signed: SignedData; info: TSTInfo } | undefined {
  const content = ContentInfo.fromBER(bufferOf(token))
  if (content.contentType !== OID.signedData) return undefined
  const signed = new SignedData({ schema: content.content })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== OID.tstInfo || !eContent) return undefined
  return { signed, info: TSTInfo.fromBER(eContent.getValue()) }
}

/** Who signed, when the signature holds; the chain above is for whoever knows the authority. */
async function signerOf(signed: SignedData, data: Uint8Array): Promise<Certificate | undefined> {
  try {
    const result = await signed.verify({ signer: 0, checkChain: false, extendedMode: true, data: bufferOf(data) })
    return (result.signatureVerified && result.signerCertificate) || undefined
  } catch {
    return undefined
  }
}

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema().toBER(false))

/** Undefined where no roots are given: then nothing is said of whose the certificate is. */
function judgeAt(signed: SignedData, signer: Certificate, anchors: readonly X509Certificate[], at: Date) {
  return anchors.length > 0 ? judgeChain(derOf(signer), othersOf(signed), anchors, at) : undefined
}

/** The certificates that came with the token. */
function othersOf({ certificates = [] }: SignedData): readonly Uint8Array[] {
  return certificates.flatMap((one) => (one instanceof Certificate ? [derOf(one)] : []))
}

/** RFC 3161, section 2.3: the extension is critical, and this the only purpose. */
function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const extension = extensions.find(({ extnID }) => extnID === OID.extKeyUsage)
  const usage = extension?.parsedValue
  const purposes = usage instanceof ExtKeyUsage ? usage.keyPurposes : []
  return extension?.critical === true && purposes.length === 1 && purposes[0] === OID.timeStamping
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Numbers may have leading zeroes. */
const isSameNumber = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && BigInt(`0x${hexOf(a) || '0'}`) === BigInt(`0x${hexOf(b)}`)

/** A buffer of its own: small ones of Node lie in a shared one. */
const bufferOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
