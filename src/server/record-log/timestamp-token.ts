import { hash, webcrypto } from 'node:crypto'
import { Integer, OctetString } from 'asn1js'
import {
  AlgorithmIdentifier,
  type Certificate,
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
  /** Name in the certificate that signed; whose it is, only a known authority can say. */
  readonly signer: string
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
): Promise<Stamped | StampProblem> {
  const parsed = attempt(() => TimeStampResp.fromBER(bufferOf(reply)))
  if (!parsed) return { problem: '时间戳服务的答复不是 RFC 3161 的格式。' }
  // 0 granted, 1 granted with modifications (RFC 3161, section 2.4.2).
  const { status } = parsed.status
  if (status !== 0 && status !== 1) return { problem: `时间戳服务没有同意（状态 ${status}）。` }
  if (!parsed.timeStampToken) return { problem: '时间戳服务同意了，但没有给出时间戳。' }
  return readTimestampToken(new Uint8Array(parsed.timeStampToken.toSchema().toBER(false)), data, nonce)
}

/** Judges a token by itself: kind, digest, nonce where one is given, signature, and that its key is one for time stamps. */
export async function readTimestampToken(
  token: Uint8Array,
  data: Uint8Array,
  nonce?: Uint8Array,
): Promise<Stamped | StampProblem> {
  const opened = attempt(() => openToken(token))
  if (!opened) return { problem: '时间戳不是 RFC 3161 的格式，或者已经残缺。' }
  const { signed, info } = opened
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const isOwn =
    hashAlgorithm.algorithmId === OID.sha256 &&
    hash('sha256', data, 'hex') === hexOf(hashedMessage.valueBlock.valueHexView)
  if (!isOwn) return { problem: '时间戳盖的是另一个摘要，不是这个检查点的。' }
  if (nonce && !isSameNumber(info.nonce?.valueBlock.valueHexView, nonce))
    return { problem: '时间戳的随机数与请求的不同：它不是对这次请求的答复。' }
  const certificate = await signerOf(signed, data)
  if (!certificate) return { problem: '时间戳的签名无效，或者没有附上签名证书。' }
  if (!isForTimestamps(certificate)) return { problem: '签名证书不是用于时间戳的（缺少 timeStamping 用途）。' }
  const signer = certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join('，')
  return { token, at: info.genTime, signer }
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

function isForTimestamps({ extensions = [] }: Certificate): boolean {
  const usage = extensions.find(({ extnID }) => extnID === OID.extKeyUsage)?.parsedValue
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(OID.timeStamping)
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
