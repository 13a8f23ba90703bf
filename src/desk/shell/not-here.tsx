import { Link } from '@tanstack/react-router'

export function NotHere() {
  return (
    <div className="empty">
      <h2>没有这一页</h2>
      <p>网址可能写错了，或者这件案件不属于本机关。</p>
      <div className="buttons">
        <Link to="/" className="button">
          回到我的工作
        </Link>
      </div>
    </div>
  )
}
