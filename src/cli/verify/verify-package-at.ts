import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PACKAGE_FILES } from '#domain/archive/item-path.ts'
import { PROPERTY_TITLES } from '#domain/archive/property-result.ts'
import { type PackageVerdict, verifyPackage } from '#server/features/archive/verify/verify-package.ts'
import { OperatorError } from '#server/operator-error.ts'
import { verifySignature } from '#verifier/cryptography.ts'
import { verifySm2 } from '#verifier/sm2.ts'
import type { Answer } from '../command.ts'
import { readAtMost } from './log-source.ts'
import { vkeyLines } from './read-vkeys.ts'
import { tellVerdict } from './tell-verdict.ts'

/** Whether a folder is a BagIt package rather than a log. */
export const isPackage = (place: string): boolean => existsSync(join(place, 'bagit.txt'))

const OWN_KEY = '不证明签名者是谁：没有给出公钥，用的是包里自带的公钥；请用 --vkey 给出机关公布的公钥再核对一次。'

/** Verifies an archive package offline: bag, digests, metadata, every receipt, four properties. */
export async function verifyPackageAt(
  folder: string,
  given: readonly string[],
  policy: string | undefined,
): Promise<Answer> {
  const isLeftToPackage = given.length === 0 && policy === undefined
  const vkeys = isLeftToPackage ? ownKeys(folder) : given
  const verdict = await verifyPackage(folder, { vkeys, policy, verifySignature, verifySm2 })
  const isOwnKey = verdict.ok && isLeftToPackage
  const notProved = [...verdict.notProved, ...(isOwnKey ? [OWN_KEY] : [])]
  return tellVerdict({ ...verdict, notProved }, { ...verdict.facts, test: verdict.test }, linesOf(verdict))
}

function ownKeys(folder: string): readonly string[] {
  const bytes = readAtMost(join(folder, PACKAGE_FILES.vkey), 100_000)
  if (bytes === undefined || bytes === 'too-long') {
    throw new OperatorError('包里没有公钥，也没有给出：请用 --vkey 给出机关公布的公钥。', 2)
  }
  return vkeyLines(bytes)
}

const WORDS = { passed: '符合', failed: '不符合', 'not-run': '未检' } as const

function linesOf({ facts, test }: PackageVerdict): string[] {
  const head = facts ? [`归档号 ${facts.archiveNumber}，共 ${facts.files} 个文件；包的摘要 ${facts.bag}`] : []
  const lines = test.map(({ property, title, result, finding }) => {
    const why = result === 'passed' ? '' : `（${finding}）`
    return `  ${WORDS[result]}　${PROPERTY_TITLES[property]}　${title}${why}`
  })
  return [...head, ...(lines.length > 0 ? ['四性检测：', ...lines] : [])]
}
