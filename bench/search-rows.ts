import type { Database } from '#server/db/database.ts'
import { type Searchable, searchTextOf } from '#server/features/disclosure/index.ts'

const AGENCIES = [
  '市场监督管理局',
  '综合行政执法局',
  '农业农村局',
  '生态环境局',
  '交通运输局',
  '应急管理局',
  '水利局',
  '卫生健康局',
]
const PLACES = ['青石区', '云台区', '南湾县', '北桥县', '东岭区']
const CAUSES = [
  ['经营超过保质期的食品', '食品安全法', 9],
  ['未取得食品经营许可从事餐饮服务', '食品安全法', 5],
  ['未采取有效扬尘防治措施', '大气污染防治法', 6],
  ['占用城市道路设摊经营', '城市道路管理条例', 8],
  ['销售侵犯注册商标专用权的商品', '商标法', 3],
  ['未按规定安装粉尘防爆设备', '安全生产法', 2],
  ['在禁渔期捕捞水产品', '渔业法', 1],
  ['未经批准取用地下水', '水法', 1],
  ['道路货物运输超限运输', '公路法', 4],
  ['未公示收费项目和价格', '价格法', 3],
  ['非法收购野生动物', '野生动物保护法', 0.1],
] as const
const TRADES = ['餐饮管理', '商贸', '建筑工程', '渔业', '运输', '食品加工', '药房', '物业服务']
const SANCTIONS = [
  ['罚款 5,000.00 元'],
  ['警告或者通报批评', '罚款 200.00 元'],
  ['没收违法所得 138.00 元', '罚款 2,000.00 元'],
  ['责令停产停业', '罚款 30,000.00 元'],
  ['吊销许可证件'],
]
/** Characters of which the names of companies are made: some 30,000 names, so that two of them are a rare word. */
const LETTERS = [
  ...'味来福顺达昌盛和瑞丰泰康宁佳美华兴隆鑫源广通利民安吉祥瑞雪梅兰竹菊松柏桂荷莲枫桐杉榆槐柳杏桃李棠樱溪泉湖海江河岭峰岚云霞虹星辰曦晨暮春夏秋冬东西南北金银铜铁锡玉珠翠琥珀琉璃锦绣绫罗绸缎棉麻丝竹琴棋书画诗酒茶香墨砚笔纸梦蝶燕雀鹤鹿麒麟凤凰龙虎豹狮象熊猫兔马羊牛犬鸡鸭鹅鱼虾蟹贝螺蚌鲤鲈鳜鲫鲢鳙青红橙黄绿蓝紫白黑灰朱赤碧苍翰林儒雅俊逸超越卓远宏伟博大精深仁义礼智信忠孝廉耻勇毅刚强',
]

const record = (index: number): Searchable => {
  const pick = <T>(list: readonly T[], salt: number): T =>
    list[Math.floor((((index * 7919 + salt * 104_729) % 9973) / 9973) * list.length)] as T
  const weighted = CAUSES.flatMap((cause) => Array.from({ length: Math.ceil(cause[2] * 10) }, () => cause))
  const [cause, law] = pick(weighted, 1)
  const agencyName = `南屏市${pick(PLACES, 2)}${pick(AGENCIES, 3)}`
  const sanctions = pick(SANCTIONS, 4)
  const name = `${pick(PLACES, 2)}甲乙${pick(TRADES, 5)}有限公司`
  const title = `${name}${cause}案`
  const facts = [
    {
      title: '事实',
      text: `当事人在经营场所${cause}，货值一百三十八元，主动配合调查，尚未造成危害后果。`,
      isRedacted: false,
    },
  ]
  return {
    id: '',
    title,
    kind: '行政处罚（普通程序）',
    number: null,
    agencyName,
    decidedOn: '2026-01-01',
    body: {
      title,
      causes: [cause],
      facts,
      sanctions: [...sanctions],
      bases: [`《${law}》第三十四条`],
      parties: [{ name }],
    },
  }
}
export const TEMPLATES = 2000

/** Adds decisions up to that many, oldest first over ten years, each with a name, number and code of its own, and indexes them. */
export async function growTo(owner: Database, from: number, to: number): Promise<void> {
  const templates = Array.from({ length: TEMPLATES }, (_, index) => {
    const row = record(index)
    const { content, kinds, lexemes } = searchTextOf(row)
    // The name of the company and the year are each row's own.
    const kept = [...lexemes].filter((lexeme) => !/[甲乙]|^@y/.test(lexeme))
    return { nr: index, ...row, content, kinds, lexemes: kept }
  })
  await owner.query({ text: 'ALTER TABLE published.decisions DISABLE TRIGGER decisions_await_search' })
  await owner.query({ text: 'DROP INDEX IF EXISTS published.search_text_tokens' })
  await owner.query({ text: ROWS, values: [JSON.stringify(templates), LETTERS, from + 1, to, TEMPLATES] })
  await owner.transaction(async (tx) => {
    await tx.query({ text: `SET LOCAL maintenance_work_mem = '1GB'` })
    await tx.query({
      text: 'CREATE INDEX search_text_tokens ON published.search_text USING gin (tokens) WITH (fastupdate = off)',
    })
  })
  await owner.query({ text: 'VACUUM (ANALYZE) published.search_text' })
  await owner.query({ text: 'ANALYZE published.decisions' })
}

/** A template for the circumstances, a name of two letters, ten years of dates, and the windows as the job writes them. */
const ROWS = `
  WITH templates AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(nr int, title text, kind text, "agencyName" text, content text, kinds text[], lexemes text[], body jsonb)),
  numbered AS (
    SELECT n, ('x' || substr(md5(n::text), 1, 7))::bit(28)::int AS h FROM generate_series($3::int, $4::int) n),
  named AS (
    SELECT n, h % $5::int AS nr, ($2::text[])[1 + h % cardinality($2)] AS a, ($2::text[])[1 + (h / cardinality($2)) % cardinality($2)] AS b,
      2017 + (n::bigint * 10 / 1000001)::int AS year,
      '9199' || lpad(n::text, 8, '0') || 'MA' || lpad((h % 10000)::text, 4, '0') AS code
    FROM numbered),
  made AS (
    SELECT n, overlay(md5(n::text) placing '7' from 13 for 1)::uuid AS id, year, code, a, b, t.*
    FROM named JOIN templates t USING (nr)),
  decided AS (
    INSERT INTO published.decisions (id, status, title, kind, agency_name, party_name, party_code, number, summary,
      decided_on, published_at, body)
    SELECT id, 'published', replace(title, '甲乙', a || b), kind, "agencyName", a || b || '有限公司', code,
      '青执罚决〔' || year || '〕' || n || '号', '罚款 5,000.00 元', make_date(year, 6, 1),
      '2017-01-01'::timestamptz + n * interval '5 minutes', body
    FROM made)
  INSERT INTO published.search_text (seq, decision_id, agency_name, year, kinds, content, tokens)
  SELECT n, id, "agencyName", year, kinds, replace(content, '甲乙', a || b) || E'\\n青执罚决〔' || year || '〕' || n || '号',
    array_to_tsvector(lexemes || ARRAY[a, b, a || b, '区' || a, '县' || a, n::text, year::text, '青执', '执罚', '罚决', '号',
      lower(code), '#' || lower(substr(code, 3, 4)), '#' || lower(substr(code, 7, 4)), '#' || lower(substr(code, 9, 4)),
      '@p:' || code, '@y:' || year, '@w12:' || (n >> 12), '@w14:' || (n >> 14), '@w16:' || (n >> 16), '@w18:' || (n >> 18)])
  FROM made ORDER BY n`

/** Two letters that are the name of some companies among the generated. */
export function nameOf(turn: number): string {
  return `${LETTERS[(turn * 37) % LETTERS.length]}${LETTERS[(turn * 101 + 7) % LETTERS.length]}`
}
