import { OperatorError } from '#server/operator-error.ts'

type SystemError = Error & {
  readonly code?: string
  readonly path?: string
  readonly port?: number
  readonly address?: string
}

const SENTENCES: Readonly<Record<string, (error: SystemError) => string>> = {
  EADDRINUSE: (error) => `端口 ${error.port} 已被别的程序占用；请停止那个程序，或用 PORT 与 PORTAL_PORT 另选端口。`,
  EADDRNOTAVAIL: (error) => `本机没有地址 ${error.address}；请改正 HOST，例如 127.0.0.1。`,
  EACCES: (error) => `没有权限使用 ${subjectOf(error)}；请检查权限，或用 ZHAOFA_HOME 另选数据目录。`,
  EPERM: (error) => `没有权限使用 ${subjectOf(error)}；请检查权限，或用 ZHAOFA_HOME 另选数据目录。`,
  EROFS: (error) => `${subjectOf(error)} 在只读的文件系统上；请用 ZHAOFA_HOME 另选一个可写的数据目录。`,
  ENOSPC: (error) => `磁盘已满，无法写入 ${subjectOf(error)}；请腾出空间后再试，已写入的数据不会丢失。`,
  EDQUOT: (error) => `磁盘配额已用完，无法写入 ${subjectOf(error)}；请扩大配额后再试。`,
  ENOENT: (error) => `没有找到 ${subjectOf(error)}；请核对路径。`,
  ENOTDIR: (error) => `${subjectOf(error)} 的上级不是文件夹；请改正 ZHAOFA_HOME。`,
  EEXIST: (error) => `${subjectOf(error)} 已存在而且不是文件夹；请改正 ZHAOFA_HOME。`,
  // PostgreSQL's own codes for a full disk and for a cluster that is going down.
  '53100': () => '磁盘已满，数据库无法写入；请腾出空间后再试，已写入的数据不会丢失。',
  '57P01': () => '数据库正在停止，连接已断开；请稍后再试。',
}

function subjectOf(error: SystemError): string {
  return error.path ?? (error.port === undefined ? '数据目录' : `端口 ${error.port}`)
}

/** The sentence for a fault that the operator can mend, undefined for a mistake of ours. */
export function explainFault(error: unknown): OperatorError | undefined {
  if (error instanceof OperatorError) return error
  const { code } = error as SystemError
  const sentence = code === undefined ? undefined : SENTENCES[code]
  return sentence && new OperatorError(sentence(error as SystemError))
}
