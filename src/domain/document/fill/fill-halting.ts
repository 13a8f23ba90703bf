import { findRun } from '../../case/state.ts'
import { decisionItems } from '../print-data.ts'
import { rowsOf } from './fact-rows.ts'
import { fillTestCommission, fillTestPeriod } from './fill-measures.ts'
import { dateIn, type Filler, type Filling, textIn } from './filling.ts'
import { approvalsOf } from './people-blocks.ts'
import { remedyBlock } from './remedy-block.ts'
import { violationBlocks } from './violation-blocks.ts'
import { dateInWords, sentence, withoutStop } from './wording.ts'

/** Only what the paper is about. */
function named(names: readonly string[]): Filler {
  return (filling) => ({ rows: rowsOf(filling, names), approvals: approvalsOf(filling) })
}

export const fillRecusal = named(['applicant', 'recused', 'recusal-reason', 'verdict-words', 'verdict-reason'])
export const fillTestResult = named(['test-kind', 'tester', 'reported-on', 'conclusion', 'retest'])

/** A test inside the investigation of a case; in a seizure the same paper speaks of the measure. */
export const fillPeriodNotice: Filler = (filling) => {
  const { run } = filling
  if (run.procedure !== 'expert-test') return fillTestPeriod(filling)
  const what = `对${withoutStop(textIn(run, 'test-matter'))}进行${textIn(run, 'test-kind')}`
  const until = dateInWords(dateIn(run, 'test-until') ?? filling.document.issuedOn)
  const from = dateInWords(filling.document.issuedOn)
  const counted = isDeducted(filling)
    ? `依照本领域的规定，${textIn(run, 'test-kind')}期间不计入办案期限，自${from}起停止计算，到收到报告之日恢复。`
    : `${textIn(run, 'test-kind')}期间计入办案期限。`
  return {
    custody: {
      opening: [`本机关办理${filling.state.name}，已委托${textIn(run, 'tester')}${what}。`],
      closing: [`预计至${until}结束。${counted}结果将书面告知你（单位）。`],
      rows: [],
      things: [],
    },
  }
}

export const fillCommission: Filler = (filling) => {
  const { run, state } = filling
  if (run.procedure !== 'expert-test') return fillTestCommission(filling)
  return {
    custody: {
      opening: [
        `${textIn(run, 'tester')}：`,
        `本机关办理${state.name}，需要进行${textIn(run, 'test-kind')}，现予委托。`,
        `委托的事项和要求：${sentence(textIn(run, 'test-matter'))}`,
      ],
      closing: ['请在接收后出具书面结果，由鉴定（检测）人员签名并加盖印章。'],
      rows: [],
      things: [],
    },
  }
}

function isDeducted({ state, run }: Filling): boolean {
  const clocks = findRun(state, run.parent ?? '')?.clocks ?? []
  return clocks.some(({ deductions }) =>
    deductions.some((item) => item.ground === run.procedure && item.untilOn === undefined),
  )
}

export const fillCorrection = named(['original-number', 'correction-reason', 'correction-words'])
const change = named(['original-number', 'change-reason', 'change-words'])
const revocation = named(['original-number', 'revocation-reason', 'refund'])

/** With the whole decision as it is from now on, in the words of a penalty. */
export const fillChange: Filler = (filling) => {
  const { rows = [], ...rest } = change(filling)
  const items = decisionItems(violationBlocks(filling, 'notified')).map(withoutStop)
  const now = items.length === 0 ? [] : [{ label: '变更后的处罚', text: sentence(items.join('；')) }]
  return { ...rest, rows: [...rows, ...now], ...remedyBlock(filling, '本变更决定') }
}
export const fillRevocation: Filler = (filling) => ({ ...revocation(filling), ...remedyBlock(filling, '本撤销决定') })
