import type { Join, MeasureKind } from './penalty-range.ts'

/** Words that bind the number after them. */
export const BOUND_PREFIXES: Readonly<Record<string, { side: 'min' | 'max'; inclusive: boolean }>> = {
  最高不得超过: { side: 'max', inclusive: true },
  最高不超过: { side: 'max', inclusive: true },
  最多不超过: { side: 'max', inclusive: true },
  不得超过: { side: 'max', inclusive: true },
  不能超过: { side: 'max', inclusive: true },
  不超过: { side: 'max', inclusive: true },
  未超过: { side: 'max', inclusive: true },
  不高于: { side: 'max', inclusive: true },
  不多于: { side: 'max', inclusive: true },
  至多: { side: 'max', inclusive: true },
  最高: { side: 'max', inclusive: true },
  最多: { side: 'max', inclusive: true },
  不足: { side: 'max', inclusive: false },
  不满: { side: 'max', inclusive: false },
  未满: { side: 'max', inclusive: false },
  未达到: { side: 'max', inclusive: false },
  未达: { side: 'max', inclusive: false },
  低于: { side: 'max', inclusive: false },
  少于: { side: 'max', inclusive: false },
  小于: { side: 'max', inclusive: false },
  不低于: { side: 'min', inclusive: true },
  不少于: { side: 'min', inclusive: true },
  至少: { side: 'min', inclusive: true },
  最低: { side: 'min', inclusive: true },
  达到: { side: 'min', inclusive: true },
  超过: { side: 'min', inclusive: false },
  高于: { side: 'min', inclusive: false },
  多于: { side: 'min', inclusive: false },
  大于: { side: 'min', inclusive: false },
}

/** Words that bind the number before them. */
export const BOUND_SUFFIXES: Readonly<Record<string, { side: 'min' | 'max'; inclusive: boolean }>> = {
  以上: { side: 'min', inclusive: true },
  及以上: { side: 'min', inclusive: true },
  以下: { side: 'max', inclusive: true },
  及以下: { side: 'max', inclusive: true },
  以内: { side: 'max', inclusive: true },
  以外: { side: 'min', inclusive: false },
}

/** Penalty words by kind (《行政处罚法》第九条); 责令 is classified by what is ordered. */
export const KIND_WORDS: Readonly<Record<string, MeasureKind>> = {
  警告: 'warning',
  通报批评: 'criticism',
  没收: 'confiscation',
  收缴: 'confiscation',
  暂扣: 'licence-suspension',
  扣留: 'licence-suspension',
  暂停: 'licence-suspension',
  吊销: 'licence-revocation',
  撤销: 'licence-revocation',
  注销: 'licence-revocation',
  取消: 'licence-revocation',
  降低: 'qualification-downgrade',
  限制: 'activity-restriction',
  停业整顿: 'business-stop',
  停产停业: 'business-stop',
  停止执业: 'business-stop',
  责令: 'correction',
  禁止: 'occupation-restriction',
  终身禁止: 'occupation-restriction',
  不得从事: 'occupation-restriction',
  不予: 'other',
  不受理: 'other',
  批评教育: 'other',
  强制: 'other',
  取缔: 'other',
}

const STARTERS = [...Object.keys(KIND_WORDS), '对', '由', '按', '以', '依照'].join('|')
const VERBS =
  '单处或者并处|单处或并处|单处、并处|并处或者单处|并处或单处|单独或者合并处以|合并处以|并处以|并处|单处|另处|处以|' +
  '处(?!分|理|罚(?!款)|置|于|在|境|级|长|方|所(?=[，。；、的内等]|$))|科以|科处|课以|判处|给予|予以'

/** One operator: conjunction, modal, adverb, verb. 可以并处, 并可处以, 或者处, 并对 … */
export const OPERATOR = new RegExp(
  '(?:但)?(或者|或|并且|并|同时)?(?:还|也|另|再)?(可以|可(?!以)|应当|应|必须)?(?:根据情节轻重，?|根据情节，?|视情节轻重，?|视情节，?|分别|同时|依法)?' +
    `(?:(${VERBS})|(?=(${STARTERS})))`,
  'y',
)

const JOINS: Readonly<Record<string, Join>> = { 或者: 'or', 或: 'or', 并且: 'and', 并: 'and', 同时: 'and' }

/** What an operator says about the clause that follows. */
export function joinOf(conjunction: string | undefined, verb: string | undefined): Join | undefined {
  if (verb !== undefined && /单处.*并处|并处.*单处|单独或者合并/.test(verb)) return 'or-and'
  if (conjunction !== undefined) return JOINS[conjunction]
  return verb !== undefined && /^并处|^另处|^合并处/.test(verb) ? 'and' : undefined
}

/** Words that contain a keyword's characters and mean something else. */
export const PLAIN_WORDS =
  /(?:公证|办事|管理|代表|登记|接待|售票|收费|服务|仲裁)处|(?:到|好|害|用|出|何|此|惩|查|相|共)处|行政处罚|许可|可能|认可|罚款(?:总额|数额|金额|决定|收据|标准计)|应[付缴]|赔偿金|目的/y

export const PAYMENT_WORDS = /赔偿金|滞纳金|补偿金|工资|加付|加收|支付|补缴|退还/

/** A text that ends so names a person, not a circumstance. */
export const PARTY_ENDING =
  /(?:个人|公民|自然人|单位|法人|组织|企业|公司|机构|个体工商户|人员|负责人|经营者|生产者|行为人|当事人|所有人|经营人|承运人|用户|驾驶人|船长|户)$/
export const PARTY_BEGINNING = /^(?:个人|公民|自然人|单位|法人|其他组织|企业|个体工商户)(?=有|违反|实施|从事|存在)/

/** A text that ends so names the body that acts; who it is stands in the basis, not in the range. */
export const AGENCY_ENDING = /(?:部门|机关|人民政府|管理机构|执法局)$/
