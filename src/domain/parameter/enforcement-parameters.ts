import { REVIEW_FIRST_GROUNDS } from '../document/remedy.ts'
import { parameter } from './parameter.ts'

/** Coercion, transfer to the police, remedies, recording and disclosure: what several procedures share. */
export const ENFORCEMENT_PARAMETERS = {
  'seizure.term': parameter('days', '查封、扣押', 30, { basis: '《行政强制法》第二十五条第一款' }),
  'seizure.extension-length': parameter('days', '查封、扣押延长', 30, { basis: '《行政强制法》第二十五条第一款' }),
  'freeze.term': parameter('days', '冻结存款、汇款', 30, { basis: '《行政强制法》第三十二条第一款' }),
  'freeze.extension-length': parameter('days', '冻结存款、汇款延长', 30, { basis: '《行政强制法》第三十二条第一款' }),
  'coercion.night-from': parameter('text', '夜间起时', '22:00', {
    basis: '《行政强制法》第四十三条没有规定起止时刻，由地方规定',
    origin: 'region',
    verified: false,
  }),
  'coercion.night-to': parameter('text', '夜间止时', '06:00', {
    basis: '《行政强制法》第四十三条没有规定起止时刻，由地方规定',
    origin: 'region',
    verified: false,
  }),
  'urging.term': parameter('working-days', '催告书送达后申请法院强制执行', 10, { basis: '《行政强制法》第五十四条' }),
  'court.application-term': parameter('months', '申请法院强制执行', 3, { basis: '《行政强制法》第五十三条' }),
  'substitute.urging-term': parameter('working-days', '代履行前催告', 3, {
    basis: '《行政强制法》第五十一条第一款第二项',
  }),
  'execution.stopped-term': parameter('years', '中止执行后不再执行', 3, { basis: '《行政强制法》第三十九条第二款' }),
  // Empty: power to execute is given by a statute only (强制法第十三条), so the agency's field names what it has.
  'execution.own-ways': parameter('list', '法律授予本机关的强制执行方式', [], {
    basis: '',
    choices: ['划拨存款、汇款', '排除妨碍、恢复原状', '强制拆除', '其他强制执行方式'],
  }),
  'coercion.on-days-off': parameter('flag', '周末也不实施强制执行', true, {
    basis: '《行政强制法》第四十三条第一款写“法定节假日”；默认从严，周末一并避开',
    origin: 'region',
    verified: false,
  }),
  'court.acceptance-term': parameter('working-days', '人民法院受理强制执行申请', 5, {
    basis: '《行政强制法》第五十六条第一款',
  }),
  'court.ruling-term': parameter('working-days', '人民法院作出执行裁定', 7, { basis: '《行政强制法》第五十七条' }),
  'court.heard-ruling-term': parameter('days', '人民法院听取意见后作出裁定', 30, {
    basis: '《行政强制法》第五十八条第二款',
  }),
  'court.review-term': parameter('days', '对不予受理、不予执行的裁定申请复议', 15, {
    basis: '《行政强制法》第五十六条第二款、第五十八条第三款',
  }),
  'court.upper-acceptance-term': parameter('days', '上一级人民法院作出是否受理的裁定', 15, {
    basis: '《行政强制法》第五十六条第二款',
  }),
  'court.upper-ruling-term': parameter('days', '上一级人民法院作出是否执行的裁定', 30, {
    basis: '《行政强制法》第五十八条第三款',
  }),
  'transfer.approval-term': parameter('days', '涉嫌犯罪移送的批准', 3, {
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第五条（未写明工作日，从严按自然日）',
  }),
  'transfer.police-term': parameter('days', '公安机关决定是否立案', 3, {
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第八条',
  }),
  'transfer.objection-term': parameter('days', '对不予立案提请复议或者建议立案监督', 3, {
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第九条',
  }),
  'transfer.goods-term': parameter('days', '接立案通知后移交涉案物品和材料', 3, {
    basis: '《行政执法机关移送涉嫌犯罪案件的规定》第十二条',
  }),
  'remedy.review-term': parameter('days', '申请行政复议', 60, { basis: '《行政复议法》第二十条第一款' }),
  'remedy.litigation-term': parameter('months', '直接提起行政诉讼', 6, { basis: '《行政诉讼法》第四十六条第一款' }),
  // Empty: which items a statute sends to review first is known to the field; what is done on the spot stands in its procedure.
  'remedy.review-first': parameter(
    'by-name',
    '先申请行政复议的程序、事项和案由',
    {},
    {
      basis: '《行政复议法》第二十三条第一款第二项至第五项',
      choices: REVIEW_FIRST_GROUNDS.map(({ title }) => title),
    },
  ),
  'admin-review.forward-term': parameter('working-days', '转送经本机关收到的行政复议申请', 5, {
    basis: '《行政复议法》第三十二条第二款',
  }),
  'admin-review.answer-term': parameter('working-days', '行政复议答复', 10, { basis: '《行政复议法》第四十八条' }),
  'admin-review.simple-answer-term': parameter('working-days', '行政复议答复（简易程序）', 5, {
    basis: '《行政复议法》第五十四条第一款',
  }),
  'admin-review.decision-term': parameter('days', '行政复议机关作出复议决定', 60, {
    basis: '《行政复议法》第六十二条第一款',
  }),
  'admin-review.simple-decision-term': parameter('days', '行政复议机关作出复议决定（简易程序）', 30, {
    basis: '《行政复议法》第六十二条第二款',
  }),
  'admin-review.longest-extension': parameter('days', '行政复议机关延长审理期限最多', 30, {
    basis: '《行政复议法》第六十二条第一款',
  }),
  'litigation.answer-term': parameter('days', '提交答辩状和证据、依据', 15, {
    basis: '《行政诉讼法》第六十七条第一款',
  }),
  'litigation.appeal-term': parameter('days', '对第一审判决提起上诉', 15, { basis: '《行政诉讼法》第八十五条' }),
  'litigation.ruling-appeal-term': parameter('days', '对第一审裁定提起上诉', 10, { basis: '《行政诉讼法》第八十五条' }),
  'remedy.after-review-term': parameter('days', '不服复议决定的，提起行政诉讼', 15, {
    basis: '《行政诉讼法》第四十五条',
  }),
  'disclosure.penalty-term': parameter('working-days', '处罚、许可决定公开', 7, { basis: '国办发〔2018〕118号' }),
  'disclosure.other-term': parameter('working-days', '其他执法决定公开', 20, { basis: '国办发〔2018〕118号' }),
  'disclosure.withdrawal-term': parameter('working-days', '撤回已公开的处罚决定', 3, {
    basis: '《行政处罚法》第四十八条第二款',
  }),
  'disclosure.publish-warning-only': parameter('flag', '仅给予警告的处罚也公开', false, {
    basis: '《市场监督管理行政处罚信息公示规定》第二条',
    origin: 'field',
  }),
  'disclosure.second-confirmation': parameter('flag', '公示前须由另一人预览并确认', false, {
    basis: '没有全国统一规定；《政府信息公开条例》第十七条只要求公开前保密审查，由机关定程序',
    origin: 'region',
  }),
  'disclosure.tiers-from': parameter('text', '公示期按失信程度分三类，自何日起', '2026-04-01', {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.minor-term': parameter('months', '轻微：确需公示的，公示期最长', 3, {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.general-shortest': parameter('months', '一般：公示期最短', 3, {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.general-longest': parameter('months', '一般：公示期最长', 12, {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.serious-shortest': parameter('months', '严重：公示期最短', 12, {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.serious-longest': parameter('months', '严重：公示期最长', 36, {
    basis: '《信用修复管理办法》（国家发展改革委令第36号）',
    verified: false,
  }),
  'disclosure.earlier-minor-term': parameter('months', '分三类以前：通报批评、较低数额罚款的公示期', 3, {
    basis: '《市场监督管理行政处罚信息公示规定》第十三条',
    origin: 'field',
  }),
  'disclosure.earlier-other-term': parameter('months', '分三类以前：其他处罚的公示期', 36, {
    basis: '《市场监督管理行政处罚信息公示规定》第十三条',
    origin: 'field',
  }),
  'recording.upload-term': parameter('hours', '音像记录移交存储', 24, {
    basis: '没有全国统一规定；默认值取自黑龙江省、晋江市的做法',
    origin: 'region',
  }),
  'access.term': parameter('days', '调阅期限（申请时的默认值）', 5, {
    basis: '没有全国统一规定；由机关的调阅制度规定',
    origin: 'region',
  }),
  'access.longest-term': parameter('days', '调阅期限最长', 30, {
    basis: '没有全国统一规定；由机关的调阅制度规定',
    origin: 'region',
  }),
} as const
