import { SUSPENSION_GROUNDS, TERMINATION_GROUNDS } from '../case/halting-grounds.ts'
import { parameter } from './parameter.ts'

const MARKET_PROCEDURE = '《市场监督管理行政处罚程序规定》'
const MARKET_HEARING = '《市场监督管理行政处罚听证办法》第五条'

/** Administrative penalties (行政处罚), from clue to performance. */
export const PENALTY_PARAMETERS = {
  'limitation.years': parameter('years', '追责时效', 2, { basis: '《行政处罚法》第三十六条第一款' }),
  'limitation.long-years': parameter('years', '追责时效（生命健康安全、金融安全且有危害后果）', 5, {
    basis: '《行政处罚法》第三十六条第一款',
  }),
  'penalty.age-from-next-day': parameter('flag', '周岁从生日的第二天起算', true, {
    basis: '《行政处罚法》第三十条没有规定；默认值取自对《刑法》“周岁”的司法解释，对当事人有利',
    verified: false,
  }),
  'leniency.first-offence-years': parameter('years', '初次违法往前查的年数', 2, {
    basis: '《行政处罚法》第三十三条第一款没有规定年数，由地方或者部门的清单规定',
    origin: 'region',
    verified: false,
  }),
  'filing.term': parameter('working-days', '发现线索至立案', 15, {
    basis: `${MARKET_PROCEDURE}第十八条`,
    origin: 'field',
    verified: false,
  }),
  'filing.extension': parameter('working-days', '延长线索核查期限', 15, {
    basis: `${MARKET_PROCEDURE}第十八条`,
    origin: 'field',
    verified: false,
  }),
  'report.reply-term': parameter('working-days', '决定立案或者不予立案后答复实名举报人', 5, {
    basis: '《市场监督管理投诉举报处理暂行办法》第三十一条',
    origin: 'field',
    verified: false,
  }),
  'simple.threshold-person-fen': parameter('fen', '当场处罚罚款上限（公民，含本数）', 20_000, {
    basis: '《行政处罚法》第五十一条',
  }),
  'simple.threshold-organisation-fen': parameter('fen', '当场处罚罚款上限（法人或者其他组织，含本数）', 300_000, {
    basis: '《行政处罚法》第五十一条',
  }),
  'summary.filing-term': parameter('working-days', '当场处罚决定报所属机关备案', 3, {
    basis: '《行政处罚法》第五十二条第三款没有规定天数；默认值取自市场监管系统的做法',
    origin: 'field',
    verified: false,
  }),
  'summary.collection-limit-fen': parameter('fen', '可以当场收缴的罚款上限（含本数）', 10_000, {
    basis: '《行政处罚法》第六十八条第一项',
  }),
  'summary.hand-in-term': parameter('working-days', '当场收缴的罚款交至行政机关', 2, {
    basis: '《行政处罚法》第七十一条',
  }),
  'summary.deposit-term': parameter('working-days', '行政机关将罚款缴付银行', 2, {
    basis: '《行政处罚法》第七十一条',
  }),
  'preservation.term': parameter('working-days', '先行登记保存后作出处理决定', 7, {
    basis: '《行政处罚法》第五十六条',
  }),
  'penalty.statement-term': parameter('working-days', '陈述、申辩', 3, {
    basis: '《行政处罚法》第四十四条、第四十五条没有规定天数，由地方或者部门规定',
    origin: 'region',
    verified: false,
  }),
  'hearing.threshold-person-fen': parameter('fen', '听证“较大数额”（公民，含本数）', 1_000_000, {
    basis: `《行政处罚法》第六十三条没有规定数额；默认值依据${MARKET_HEARING}`,
    origin: 'field',
    verified: false,
  }),
  'hearing.threshold-organisation-fen': parameter('fen', '听证“较大数额”（法人或者其他组织，含本数）', 10_000_000, {
    basis: `《行政处罚法》第六十三条没有规定数额；默认值依据${MARKET_HEARING}`,
    origin: 'field',
    verified: false,
  }),
  'hearing.request-term': parameter('working-days', '告知后提出听证要求', 5, {
    basis: '《行政处罚法》第六十四条第一项',
  }),
  'hearing.notice-term': parameter('working-days', '举行听证前通知', 7, { basis: '《行政处罚法》第六十四条第二项' }),
  'decision.term': parameter('days', '立案至作出处罚决定', 90, { basis: '《行政处罚法》第六十条' }),
  // 第六十条 itself knows no extension: an empty basis makes the request refused until a field's rule is entered.
  'decision.extension-allowed': parameter('flag', '办案期限可以延长', false, { basis: '' }),
  'decision.extension-length': parameter('days', '办案期限延长', 30, {
    basis: `${MARKET_PROCEDURE}第六十四条`,
    origin: 'field',
    verified: false,
  }),
  // Empty like the first: 市监 lets the heads decide together on more, and on how much more (第六十四条).
  'decision.second-extension-allowed': parameter('flag', '再次延长（由负责人集体讨论决定天数）', false, { basis: '' }),
  // Empty for the same reason: a field's rule names what does not count (市监：听证、公告、检测、检验、检疫、鉴定).
  'decision.deductible-grounds': parameter('list', '办案期限可以扣除的期间', [], {
    basis: '',
    choices: ['听证', '公告', '检测', '检验', '检疫', '鉴定', '中止', '管辖争议'],
  }),
  'decision.transfer-not-counted': parameter('flag', '案件在公安机关、司法机关期间不计入办案期限', true, {
    basis:
      '《行政处罚法》第六十条没有规定移送期间怎样计算；移送以后到退回以前，本机关不能作出决定（《行政处罚法》第二十七条，《行政执法机关移送涉嫌犯罪案件的规定》第十条、第十三条），默认不计入',
    verified: false,
  }),
  // The law itself knows neither suspension nor termination: empty until a field's rule is entered.
  'case.suspension-grounds': parameter('list', '可以中止调查的情形', [], {
    basis: '',
    choices: [...SUSPENSION_GROUNDS],
  }),
  'case.termination-grounds': parameter('list', '可以终止调查的情形', [], {
    basis: '',
    choices: [...TERMINATION_GROUNDS],
  }),
  // 第四十三条 says that the head decides; who decides about the head, it does not say.
  'recusal.heads-together': parameter('flag', '机关负责人的回避由负责人集体讨论决定', true, {
    basis: '《行政处罚法》第四十三条第三款没有规定机关负责人本人的回避由谁决定',
    origin: 'region',
    verified: false,
  }),
  'review.term': parameter('working-days', '法制审核', 7, {
    basis: '没有全国统一规定；默认值取自宁夏回族自治区住房和城乡建设厅的做法',
    origin: 'region',
    verified: false,
  }),
  'review.extension-length': parameter('working-days', '法制审核经批准延长', 3, {
    basis: '没有全国统一规定；默认值取自宁夏回族自治区住房和城乡建设厅的做法',
    origin: 'region',
    verified: false,
  }),
  'review.every-ordinary-penalty': parameter('flag', '普通程序处罚全部法制审核', false, {
    basis: '《行政处罚法》第五十八条只列四种情形；全部审核是地方做法（晋江市）',
    origin: 'region',
  }),
  'panel.every-major-decision': parameter('flag', '重大执法决定全部集体讨论并写书面报告', false, {
    basis: '《行政处罚法》第五十七条第二款；全部讨论是地方做法（晋江市）',
    origin: 'region',
  }),
  'delivery.term': parameter('working-days', '当事人不在场的，送达处罚决定书', 7, {
    basis: '《行政处罚法》第六十一条',
  }),
  'delivery.announcement-term': parameter('days', '公告送达', 30, { basis: '《民事诉讼法》第九十五条' }),
  'payment.term': parameter('days', '缴纳罚款', 15, { basis: '《行政处罚法》第六十七条第三款' }),
  'surcharge.rate-per-day': parameter('ratio', '逾期每日加处罚款', 300, {
    basis: '《行政处罚法》第七十二条第一款第一项',
  }),
  'surcharge.cap': parameter('ratio', '加处罚款总额上限（占罚款数额）', 10_000, {
    basis: '《行政处罚法》第七十二条第一款第一项',
  }),
  'surcharge.on-unpaid': parameter('flag', '部分缴纳后，加处罚款只以未缴的罚款为基数', true, {
    basis: '《行政处罚法》第七十二条第一款第一项写“罚款数额”，没有规定部分缴纳；默认作对当事人有利的解释',
    verified: false,
  }),
  'surcharge.urging-after': parameter('days', '加处罚款超过此日数，可以催告后强制执行', 30, {
    basis: '《行政强制法》第四十六条第一款',
  }),
  'archive.term': parameter('days', '执法行为终结后立卷归档', 30, {
    basis: '没有全国统一规定；默认值取自黑龙江省的做法',
    origin: 'region',
  }),
} as const
