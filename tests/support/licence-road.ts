import { CaseRoad, type RoadDesk } from './case-road.ts'
import { EXAMINATION } from './licence-steps.ts'
import { PenaltyRoad } from './penalty-road.ts'

/** A licence of the market bureau that stands in the register, over HTTP; answers its id. */
export async function grantedLicence(desk: RoadDesk, number: string): Promise<string> {
  const people = new PenaltyRoad(desk)
  await people.meetPeople()
  const { handlers, party } = people
  const road = new CaseRoad(desk)
  const application = {
    item: '食品经营许可',
    'licence-basis': '《食品安全法》第三十五条第一款',
    application: '申请在青石区经营餐饮',
    materials: '申请书',
  }
  const name = `食品经营许可申请 ${number}`
  await road.open('chuang', { procedure: 'licence', name, parties: [party], handlers, facts: { case: application } })
  const deliver = () =>
    road.take('chuang', 'deliver', {
      case: {
        method: '直接送达',
        'received-on': desk.context.clock.today(),
        'received-by': '赵某',
        'delivery-place': '政务服务窗口',
        'delivered-by': handlers,
      },
    })
  await road.take('chuang', 'accept')
  await deliver()
  await road.take('lin', 'examine', { case: EXAMINATION })
  await road.agree('zheng')
  await road.take('lin', 'grant', { case: { conditions: '热食类制售，一间', 'valid-until': '2031-10-31' } })
  await road.agree('shen')
  await deliver()
  await road.take('chuang', 'issue', { case: { 'licence-number': number } })
  return road.id
}
