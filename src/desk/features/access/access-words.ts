import type { AccessState, RoomTab } from './access-queries.ts'

export const STATE_TITLES: Readonly<Record<AccessState, string>> = {
  requested: '待签署',
  endorsed: '待批准',
  granted: '已批准',
  used: '使用中',
  refused: '不予批准',
  withdrawn: '已撤回',
  returned: '已归还',
  expired: '已到期',
  revoked: '已撤销',
}

/** Which of the four hues goes with the word. */
export const STATE_TONES: Readonly<Record<AccessState, 'ok' | 'soon' | 'late' | 'muted'>> = {
  requested: 'soon',
  endorsed: 'soon',
  granted: 'ok',
  used: 'ok',
  refused: 'late',
  withdrawn: 'muted',
  returned: 'muted',
  expired: 'muted',
  revoked: 'late',
}

export const TAB_TITLES: Readonly<Record<RoomTab, string>> = {
  mine: '我的申请',
  endorse: '待我签署',
  approve: '待我批准',
  open: '有效的',
  ended: '已结束',
  loans: '借出登记',
}

export const EMPTY: Readonly<Record<Exclude<RoomTab, 'loans'>, string>> = {
  mine: '打开一件不由您办理的案件，页面上就有“申请调阅”。',
  endorse: '本机构人员的调阅申请在这里等您签署。',
  approve: '机构负责人签署过的、外单位来函登记过的，在这里等您批准。',
  open: '批准以后、到期以前的在这里；到期自己失效。',
  ended: '到期、撤销、撤回、不予批准和用毕归还的在这里。',
}

export const STEP_TITLES: Readonly<Record<string, string>> = {
  endorsed: '机构负责人签署同意',
  granted: '机关负责人批准',
  refused: '不予批准',
  withdrawn: '申请人撤回',
  used: '首次使用',
  revoked: '撤销批准',
  returned: '用毕归还',
}

export const ID_KIND_WORDS: Readonly<Record<string, string>> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  other: '其他证件',
}

/** The choices of a form are words; the server takes codes. */
export function codeOf<Code extends string>(titles: Readonly<Record<Code, string>>, title: string): Code | undefined {
  return (Object.keys(titles) as Code[]).find((code) => titles[code] === title)
}
