import * as custody from './custody-steps.ts'
import { done, LawOffice } from './law-office.ts'
import { EVIDENCE } from './penalty-steps.ts'

/** A seizure that is lengthened, stopped for a test, lifted in part, decided in part, and whose things all go their ways. */
export function everythingSeized(): LawOffice {
  const office = new LawOffice({ on: '2026-09-03' })
  custody.seized(office, { listed: [custody.SAUCE, custody.FLOUR, { ...custody.SAUCE, name: '鲜鸡蛋', unit: '箱' }] })
  const words = {
    'suspension-ground': '检测、检验、检疫或者技术鉴定',
    'test-words': '酱油，青石区检验所',
    'test-until': '2026-09-08',
  }
  done(office.take('lin', 'stop-for-test', { case: words }))
  office.agreeAll('wu')
  done(office.take('lin', 'resume-after-test'))
  done(office.take('lin', 'extend', { case: { 'extension-reason': '需要协查供货来源，案情复杂' } }))
  office.agreeAll('wu')
  keepInStore(office)
  done(
    office.take('lin', 'sell-early', {
      case: { 'sold-early': [custody.portion(office, '鲜鸡蛋', '6')], 'disposal-reason': '鲜鸡蛋不易保管' },
    }),
  )
  office.agreeAll('zheng', 'wu')
  const lifted = [custody.portion(office, '面粉', '12.5')]
  done(office.take('lin', 'lift', { case: { 'lift-ground': '查封、扣押的场所、设施或者财物与违法行为无关', lifted } }))
  office.agreeAll('wu')
  custody.decided(office, '酱油', '4', '销毁')
  const along = { 'transfer-to': '青石区公安局，涉嫌生产、销售伪劣产品罪', 'disposal-reason': '涉嫌犯罪' }
  done(
    office.take('lin', 'move-along', {
      case: { ...along, 'moved-along': [custody.portion(office, '酱油', '2', '移送')] },
    }),
  )
  office.agreeAll('wu')
  letGo(office)
  done(office.take('lin', 'finish'))
  done(office.take('lin', 'close-list'))
  return office
}

function keepInStore(office: LawOffice): void {
  const sauce = custody.portion(office, '酱油', '6')
  const kept = { 'store-place': '一号库三架二层', condition: '物品和封条完好' }
  done(office.take('lin', 'hand-in', { case: { stored: [sauce], ...kept } }))
  done(office.agree('ku'))
  done(office.take('ku', 'shift', { case: { shifted: [sauce], ...kept, 'store-place': '二号库一架' } }))
  done(office.agree('lin'))
  done(office.take('ku', 'hand-out', { case: { out: [sauce], purpose: '送检验、鉴定', condition: '物品和封条完好' } }))
  done(office.agree('zhou'))
  done(office.take('lin', 'hand-back', { case: { 'handed-back': [sauce], ...kept } }))
  done(office.agree('ku'))
}

function letGo(office: LawOffice): void {
  custody.giveBack(office)
  const place = { 'leaving-place': '青石区生活垃圾处理场' }
  custody.destroy(office, '酱油', '4')
  custody.sell(office, '鲜鸡蛋', '6')
  const handed = { 'handed-over': [custody.portion(office, '酱油', '2')], 'received-by': '青石区公安分局 警官王某' }
  done(office.take('ku', 'hand-over', { case: { ...handed, ...place, condition: '物品和封条完好' } }))
  done(office.agree('lin'))
}

/** Evidence that is preserved, and samples of it that are tested. */
export function everythingPreserved(): LawOffice {
  const office = custody.preserved(new LawOffice())
  done(custody.sampled(office))
  const sent = [custody.portion(office, '酱油', '2')]
  done(
    office.take('lin', 'send', {
      case: { sent, 'received-by': '青石区检验所 江某', 'test-items': '菌落总数、大肠菌群' },
    }),
  )
  done(office.take('lin', 'receive-result', { case: { result: '菌落总数不合格' } }, [EVIDENCE]))
  const rest = [
    custody.portion(office, '酱油', '2', '检验中消耗'),
    custody.portion(office, '酱油', '4', '没收'),
    custody.portion(office, '面粉', '12.5', '解除、返还'),
  ]
  done(office.take('lin', 'dispose', { case: { disposal: rest } }))
  office.agreeAll('zheng')
  const listed = (office.case.things ?? []).filter(({ run }) => run === office.child('preservation').id)
  const disposal = listed.map(({ id, name }) => ({
    thing: id,
    quantity: name === '酱油' ? '6' : '12.5',
    fate: '解除、返还',
  }))
  done(office.take('lin', 'dispose', { case: { disposal, 'disposal-reason': '已经取得检验结果，不需要继续登记保存' } }))
  office.agreeAll('wu')
  return office
}

/** The same where nobody decided in time. */
export function lapsed(): LawOffice {
  const office = custody.preserved(new LawOffice()).on('2026-06-11')
  done(office.take('lin', 'lapse'))
  return office
}
