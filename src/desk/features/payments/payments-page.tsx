import './payments.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { PaymentsAnswer } from '#contract/payments.ts'
import { yuanOf } from '#domain/payment/yuan.ts'
import { dayAndTimeOf } from '../../lib/office-time.ts'
import { sentenceOf } from '../../lib/problem-error.ts'
import { useTitle } from '../../lib/use-title.ts'
import { BY_SEARCH } from '../../ui/tabs/by-search.ts'
import { TabLinks } from '../../ui/tabs/tab-links.tsx'
import { FileForm } from './file-form.tsx'
import { PaymentLineItem } from './payment-line.tsx'
import { PAYMENT_TABS, type PaymentTab, paymentsQuery } from './payments-query.ts'

const TITLES: Readonly<Record<PaymentTab, string>> = {
  waiting: '待处理',
  booked: '已入账',
  aside: '不入账',
  files: '导入记录',
}
const EMPTY: Readonly<Record<PaymentTab, string>> = {
  waiting: '没有等待处理的缴款。导入银行的对账文件以后，没有对上的在这里。',
  booked: '还没有由银行对账入账的缴款。',
  aside: '没有写明不入账的缴款。',
  files: '还没有导入过对账文件。',
}

/** 缴款: what the bank tells of; what did not match stands first and waits for a person. */
export function PaymentsPage() {
  const { tab = 'waiting' } = useSearch({ from: '/payments' })
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(paymentsQuery(tab))
  useTitle('缴款')
  const first = data?.pages[0]
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  return (
    <main className="payments" aria-label="缴款">
      <h1>缴款</h1>
      <p className="muted">
        作出罚款决定的机关与收缴罚款的机构分离（行政处罚法第六十七条第一款）：银行收的款，凭银行的对账文件入账。
      </p>
      <FileForm />
      <TabLinks label="按处理情况" isOfRoom>
        {PAYMENT_TABS.map((each) => (
          <Link
            key={each}
            to="/payments"
            search={{ tab: each === 'waiting' ? undefined : each }}
            activeOptions={BY_SEARCH}
            aria-current={each === tab ? 'page' : undefined}
          >
            {TITLES[each]} {first && each !== 'files' && <b>{first.counts[each]}</b>}
          </Link>
        ))}
      </TabLinks>
      {error && (
        <p className="notice late" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {tab === 'files' ? (
        <Files files={first?.files ?? []} />
      ) : (
        <ul aria-label={`${TITLES[tab]}的缴款`}>
          {lines.map((line) => (
            <PaymentLineItem key={line.id} line={line} />
          ))}
        </ul>
      )}
      {first && lines.length + first.files.length === 0 && <p className="empty">{EMPTY[tab]}</p>}
      {hasNextPage && (
        <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          再看二十笔
        </button>
      )}
    </main>
  )
}

function Files({ files }: Pick<PaymentsAnswer, 'files'>) {
  return (
    <ul aria-label="导入过的文件">
      {files.map(({ id, fileName, at, by, sumFen, lines }) => (
        <li key={id} className="payment">
          <div className="payment-words">
            <Link to="/payments/$fileId" params={{ fileId: id }}>
              {fileName}
            </Link>
            <small>{`${dayAndTimeOf(at)} · ${by ?? '由命令导入'} · ${lines} 笔`}</small>
          </div>
          <b className="payment-sum">{yuanOf(sumFen)}</b>
        </li>
      ))}
    </ul>
  )
}
