import type { SceneBasis } from './scene.ts'

/**
 * The State Council's document of 2018: what touches liberty, life, health or property of weight is recorded from beginning to end;
 * what is often disputed, as the circumstances ask for it; what words record fully needs no recording. The wording was compared with
 * provincial and city plans that repeat it, not with the official print, so the place in it is unverified.
 */
export const SAN_XIANG_ZHI_DU: SceneBasis =
  '《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）第三部分'

/** What 118号 says about words that are enough: the ground that is given most often. */
export const WORDS_ARE_ENOUGH = '文字记录能够全面有效记录执法行为，不进行音像记录'
