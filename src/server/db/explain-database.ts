import { OperatorError } from '../operator-error.ts'

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: '那里没有数据库在监听，请检查地址、端口和数据库是否已启动',
  ENOTFOUND: '主机名找不到，请检查地址',
  EAI_AGAIN: '主机名暂时解析不了，请检查网络',
  ETIMEDOUT: '连接超时，请检查地址和防火墙',
  EHOSTUNREACH: '主机不可达，请检查网络',
  ENETUNREACH: '网络不可达，请检查网络',
  ENOENT: '套接字文件不存在，请检查 host 参数和数据库是否已启动',
  '28P01': '用户名或者密码不对',
  '28000': '数据库不接受这个用户从这里登录，请检查 pg_hba.conf',
  '3D000': '没有这个名称的数据库，请先建立它',
  '53300': '数据库的连接数已满',
  '57P03': '数据库正在启动或者停止，请稍后再试',
}

/** Faults of the driver that carry no code. */
const WORDS: readonly (readonly [string, string])[] = [
  ['timeout', '连接超时，请检查地址和防火墙'],
  ['terminated', '连接被对方中断，请检查那里是不是 PostgreSQL'],
  ['SSL', '那里不接受加密连接，或者证书不对，请检查 sslmode 参数'],
]

/** Why a database could not be reached, in a sentence without its address's password. */
export function explainDatabase(error: unknown, variable: string): OperatorError {
  const { code = '', message } = firstCause(error)
  const reason = REASONS[code] ?? WORDS.find(([word]) => message.includes(word))?.[1] ?? message
  return new OperatorError(`${variable} 指定的数据库连接不上：${reason}。`)
}

/** Node reports one error per address that it tried. */
function firstCause(error: unknown): { code?: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return firstCause(error.errors[0])
  return error as { code?: string; message: string }
}
