import { hash } from 'node:crypto'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { parseWitnesses } from '#domain/record-log/witness-list.ts'
import type { LogLevel } from './log.ts'
import { OperatorError } from './operator-error.ts'
import { findAnchors } from './record-log/judge-chain.ts'

/** What may be printed. */
export type Config = {
  readonly host: string
  readonly port: number
  readonly portalPort: number
  readonly home: string
  readonly publicUrl: string
  readonly portalPublicUrl: string
  readonly blobStore: BlobStoreAddress
  readonly logLevel: LogLevel
  /** Whether the first start on an empty database loads the invented region. */
  readonly demo: boolean
  readonly recordLog: RecordLogSettings
}

/** Who else stands for the record log. */
export type RecordLogSettings = {
  /** Key and address of each witness, as `LOG_WITNESSES` gives them. */
  readonly witnesses: string
  /** How many of them make a checkpoint that others may rely on. */
  readonly quorum: number
  /** Address of a time-stamping authority (RFC 3161). */
  readonly timestampUrl: string | undefined
  readonly timestampHours: number
  /** PEM file of the roots that are trusted for time stamps. */
  readonly timestampAnchors: string | undefined
  /** Whether checkpoints carry a signature with SM2 as well. */
  readonly signsSm2: boolean
}

export type BlobStoreAddress =
  | { readonly kind: 'file'; readonly folder: string }
  | { readonly kind: 's3'; readonly endpoint: string; readonly bucket: string; readonly region: string }

/** What must never be printed. Undefined connections: the embedded database, the roles that `migrate` makes. */
export type Secrets = {
  readonly databaseUrl: string | undefined
  readonly databaseUrlApp: string | undefined
  readonly databaseUrlPortal: string | undefined
  readonly s3: { readonly accessKey: string; readonly secretKey: string } | undefined
}

export type Settings = { readonly config: Config; readonly secrets: Secrets }

/** Reads and checks the environment; throws one OperatorError with a sentence for each wrong variable. */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  // An empty variable is one that was not given: compose files pass them so.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = ENVIRONMENT.safeParse(given)
  if (!parsed.success) throw new OperatorError(parsed.error.issues.map((issue) => issue.message).join('\n'), 2)
  return assemble(parsed.data)
}

const sentence = (name: string, right: string) => (issue: { input?: unknown }) =>
  `环境变量 ${name} 的值“${String(issue.input)}”不对：${right}。`

/** The value itself may hold a password, so the sentence leaves it out. */
const secretSentence = (name: string, right: string) => `环境变量 ${name} 的值不对：${right}。`

const port = (name: string, fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: sentence(name, '应为 1 至 65535 的整数端口号'),
    })
    .transform(Number)

const webAddress = (name: string) =>
  z
    .string()
    .refine(isWebOrigin, { error: sentence(name, '应为 http:// 或 https:// 开头、不带路径的网址') })
    .transform((text) => new URL(text).origin)
    .optional()

const databaseUrl = (name: string) =>
  z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text.replace('@/', '@localhost/')), {
      error: secretSentence(name, '应形如 postgres://用户:密码@主机:5432/库名'),
    })
    .optional()

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

const ENVIRONMENT = z.object({
  PORT: port('PORT', 8080),
  PORTAL_PORT: port('PORTAL_PORT', 8081),
  ZHAOFA_HOME: z.string().default('./.zhaofa'),
  HOST: z
    .string()
    .default('127.0.0.1')
    .refine((text) => isIP(text) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text), {
      error: sentence('HOST', '应为本机的 IP 地址或主机名，例如 127.0.0.1 或 0.0.0.0'),
    }),
  DATABASE_URL: databaseUrl('DATABASE_URL'),
  DATABASE_URL_APP: databaseUrl('DATABASE_URL_APP'),
  DATABASE_URL_PORTAL: databaseUrl('DATABASE_URL_PORTAL'),
  BLOB_STORE: z
    .string()
    .refine((text) => parseBlobStore(text) !== undefined, {
      error: secretSentence('BLOB_STORE', '应形如 file:/数据/文件夹 或 s3://钥匙:密钥@主机/桶名?region=地区'),
    })
    .optional(),
  PUBLIC_URL: webAddress('PUBLIC_URL'),
  PORTAL_PUBLIC_URL: webAddress('PORTAL_PUBLIC_URL'),
  LOG_LEVEL: z.enum(LEVELS, { error: sentence('LOG_LEVEL', `应为 ${LEVELS.join('、')} 之一`) }).default('info'),
  LOG_WITNESSES: z
    .string()
    .default('')
    .refine((text) => parseWitnesses(sha256, text) !== undefined, {
      error: sentence('LOG_WITNESSES', '应为“见证方公钥 网址”，多家用分号隔开，每家一次'),
    }),
  LOG_QUORUM: z
    .string()
    .refine((text) => /^\d{1,2}$/.test(text), { error: sentence('LOG_QUORUM', '应为 0 至见证方家数的整数') })
    .transform(Number)
    .optional(),
  LOG_TSA: z
    .string()
    .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
      error: sentence('LOG_TSA', '应为时间戳服务（RFC 3161）的网址，http:// 或 https:// 开头'),
    })
    .optional(),
  LOG_TSA_HOURS: z
    .string()
    .default('24')
    .refine((text) => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 744, {
      error: sentence('LOG_TSA_HOURS', '应为 1 至 744 的整数，单位小时'),
    })
    .transform(Number),
  LOG_TSA_ANCHORS: z
    .string()
    .refine((path) => findAnchors(path) !== undefined, {
      error: sentence('LOG_TSA_ANCHORS', '应为一个 PEM 文件的路径，里面是信任的时间戳根证书'),
    })
    .optional(),
  LOG_SM2: z.enum(['0', '1'], { error: sentence('LOG_SM2', '应为 0 或 1（检查点另加 SM2 签名）') }).default('0'),
  DEMO: z.enum(['0', '1'], { error: sentence('DEMO', '应为 0（空库启动）或 1（载入演示地区）') }).default('1'),
})

function assemble(env: z.infer<typeof ENVIRONMENT>): Settings {
  const home = resolve(env.ZHAOFA_HOME)
  const store = parseBlobStore(env.BLOB_STORE ?? `file:${home}/blobs`)
  if (!store) throw new Error('the default blob store is valid')
  return {
    config: {
      host: env.HOST,
      port: env.PORT,
      portalPort: env.PORTAL_PORT,
      home,
      publicUrl: env.PUBLIC_URL ?? addressOf(env.HOST, env.PORT),
      portalPublicUrl: env.PORTAL_PUBLIC_URL ?? addressOf(env.HOST, env.PORTAL_PORT),
      blobStore: store.address,
      logLevel: env.LOG_LEVEL,
      demo: env.DEMO === '1',
      recordLog: recordLogOf(env),
    },
    secrets: {
      databaseUrl: env.DATABASE_URL,
      databaseUrlApp: env.DATABASE_URL_APP,
      databaseUrlPortal: env.DATABASE_URL_PORTAL,
      s3: store.s3,
    },
  }
}

function recordLogOf(env: z.infer<typeof ENVIRONMENT>): RecordLogSettings {
  const count = parseWitnesses(sha256, env.LOG_WITNESSES)?.length ?? 0
  // More than half, so that two checkpoints that both have it share a witness.
  const quorum = env.LOG_QUORUM ?? (count === 0 ? 0 : Math.floor(count / 2) + 1)
  if (quorum > count) {
    throw new OperatorError(`环境变量 LOG_QUORUM 的值“${quorum}”不对：LOG_WITNESSES 只有 ${count} 家见证方。`, 2)
  }
  return {
    witnesses: env.LOG_WITNESSES,
    quorum,
    timestampUrl: env.LOG_TSA,
    timestampHours: env.LOG_TSA_HOURS,
    timestampAnchors: env.LOG_TSA_ANCHORS,
    signsSm2: env.LOG_SM2 === '1',
  }
}

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/** A listener on all addresses is reached, from here, by the loopback. */
function addressOf(host: string, portNumber: number): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${isIP(name) === 6 ? `[${name}]` : name}:${portNumber}`
}

function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === ''
}

function parseBlobStore(text: string): { address: BlobStoreAddress; s3: Secrets['s3'] } | undefined {
  if (text.startsWith('file:')) {
    const folder = resolve(text.slice('file:'.length).replace(/^\/\//, ''))
    return { address: { kind: 'file', folder }, s3: undefined }
  }
  return URL.canParse(text) ? parseS3(new URL(text)) : undefined
}

function parseS3(url: URL): { address: BlobStoreAddress; s3: Secrets['s3'] } | undefined {
  const bucket = url.pathname.slice(1)
  if (url.protocol !== 's3:' || !url.host || !bucket || !url.username || !url.password) return undefined
  const scheme = url.searchParams.get('tls') === '0' ? 'http' : 'https'
  const region = url.searchParams.get('region') ?? 'us-east-1'
  return {
    address: { kind: 's3', endpoint: `${scheme}://${url.host}`, bucket, region },
    s3: { accessKey: decodeURIComponent(url.username), secretKey: decodeURIComponent(url.password) },
  }
}

/** Whether only this machine can reach a listener on that address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Demo logins have passwords that everybody knows: with them, no address but the loopback is served. */
export function refuseOpenDemo(config: Config, hasDemoLogins: boolean): void {
  if (isLoopback(config.host) || !hasDemoLogins) return
  throw new OperatorError(
    `HOST=${config.host} 会让别的机器连进来，而库中还有密码公开的演示账号；请用 DEMO=0 另建空库，或先停用演示账号，或改回 HOST=127.0.0.1。`,
  )
}
