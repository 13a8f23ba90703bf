import './login.css'
import { type FormEvent, useId, useRef, useState } from 'react'
import type { SessionAnswer } from '#contract/session.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { LoginField } from './login-field.tsx'
import { signIn } from './session-calls.ts'

type Props = {
  readonly onSignedIn: (session: SessionAnswer) => void
  /** The login of a session that has run out over open work; the page below keeps what was typed. */
  readonly again?: string
  readonly onTry?: () => void
}

/** 登录: two fields, one button, and one sentence when it fails. */
export function LoginPage({ onSignedIn, again, onTry }: Props) {
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)
  const password = useRef<HTMLInputElement>(null)
  const failureId = useId()
  useTitle(again ? undefined : '登录')

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const input = new FormData(event.currentTarget)
    setBusy(true)
    setFailure('')
    onTry?.()
    try {
      onSignedIn(await signIn(String(input.get('login')), String(input.get('password'))))
    } catch (error) {
      setFailure(sentenceOf(error))
      setBusy(false)
      password.current?.select()
    }
  }

  return (
    <div className={again ? 'login over' : 'login'}>
      <header className="plate">
        <div className="seal" aria-hidden="true">
          昭
        </div>
        <p>昭示于众，行止有据</p>
        <small>行政执法公示 · 全过程记录 · 法制审核</small>
      </header>
      <main>
        <form onSubmit={submit} aria-describedby={failureId}>
          <h1>{again ? '请重新登录' : '办案人员登录'}</h1>
          <p className="hint">
            {again ? '登录已经过期。填写的内容还在，登录后接着办。' : '账号由本机关系统管理员开通。'}
          </p>
          <LoginField label="用户名" name="login" autoComplete="username" initial={again ?? ''} isFirst={!again} />
          <LoginField
            label="密码"
            name="password"
            type="password"
            autoComplete="current-password"
            isFirst={again !== undefined}
            field={password}
            describedBy={failureId}
            isWrong={failure !== ''}
          />
          <div id={failureId} role="alert">
            {failure && <p className="notice late">{failure}</p>}
          </div>
          <button type="submit" className="button primary" disabled={isBusy}>
            {isBusy ? '正在登录…' : '登录'}
          </button>
        </form>
      </main>
    </div>
  )
}
