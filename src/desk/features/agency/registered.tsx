import type { ReactNode } from 'react'
import type { AgencyAnswer } from '#contract/agency.ts'
import { longDay, longDayAndTimeOf } from '../../lib/office-time.ts'

const NATURES = { statutory: '法定行政机关', authorised: '法律、法规授权的组织', entrusted: '受委托的组织' } as const

/** What stands today: by what right the agency acts, what it is for, how to reach it and where to turn against it. */
export function Registered({ agency }: { readonly agency: AgencyAnswer }) {
  const { record, uscc, word, standing, address, phone, postcode, reviewBody, court } = agency
  return (
    <>
      {record === null && (
        <p className="notice soon">还没有登记主要职责、法定代表人、经费来源和编制数，门户上只有下面这些。</p>
      )}
      <dl className="agency-facts">
        <Fact title="主体资格">{qualificationOf(agency)}</Fact>
        <Fact title="隶属关系">{`${agency.regionName}，${standing}`}</Fact>
        {record && (
          <>
            <Fact title="主要职责" isWide>
              <span className="agency-prose">{record.duty}</span>
            </Fact>
            <Fact title="法定代表人">{record.legalRepresentative}</Fact>
            <Fact title="经费来源">{record.funding}</Fact>
            <Fact title="编制数">{`${record.headcount} 名`}</Fact>
          </>
        )}
        <Fact title="统一社会信用代码">{uscc}</Fact>
        <Fact title="机关代字">{word}</Fact>
        <Fact title="地址">{postcode ? `${address}（邮编 ${postcode}）` : address}</Fact>
        <Fact title="电话">{phone}</Fact>
        <Fact title="监督投诉电话">{complaintWords(agency)}</Fact>
        <Fact title="申请行政复议">{reviewBody === '' ? '算不出来，请补登记隶属关系' : `向${reviewBody}`}</Fact>
        <Fact title="提起行政诉讼">{court === '' ? '算不出来，请补登记所在地' : `向${court}`}</Fact>
      </dl>
      {record && (
        <p className="hint">
          {`第 ${record.version} 版，${longDay(record.fromOn)}起；依据：${record.ground}；${record.by ?? '系统'}于${longDayAndTimeOf(record.at)}登记。`}
        </p>
      )}
    </>
  )
}

function Fact(props: { readonly title: string; readonly isWide?: true; readonly children: ReactNode }) {
  return (
    <div className={props.isWide && 'wide'}>
      <dt>{props.title}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function complaintWords({ record }: AgencyAnswer): string {
  return record?.complaintPhone || '还没有登记'
}

function qualificationOf({ nature, qualifiedFromOn, qualifiedUntilOn }: AgencyAnswer): string {
  const until = qualifiedUntilOn === null ? '' : `，至${longDay(qualifiedUntilOn)}`
  return `${NATURES[nature]}，${longDay(qualifiedFromOn)}起${until}`
}
