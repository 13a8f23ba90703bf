import { type Refused, refused } from '#server/http/errors.ts'
import { isPassword } from '#server/http/password.ts'
import type { RequestContext } from '#server/http/request-context.ts'
import { type AccountRow, findAccount, settle } from './sign-in.ts'

/**
 * Whether it is still the person of the session who holds the device; counts and locks as signing in does, and leaves the session
 * as it is. Answers nothing when the password is theirs.
 */
export async function confirmPassword(ctx: RequestContext, password: string): Promise<Refused | undefined> {
  const account: AccountRow | undefined = await findAccount(ctx, ctx.actor.login)
  if (!account) throw new Error('a session without an account')
  const isRight = await isPassword(account.passwordHash, password)
  const isAccepted = await ctx.db.transaction((tx) => settle(ctx, tx, account, isRight))
  if (isAccepted) return undefined
  const sentence = '密码不对，签名没有记下；请由签名的执法人员本人输入登录密码。连续输错会锁定账号。'
  return refused('invalid-input', sentence, { errors: [{ pointer: 'password', sentence: '密码不对' }] })
}
