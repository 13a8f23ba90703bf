import { textOf } from './fill-by-fields.ts'
import { textIn } from './filling.ts'
import { letterOf } from './letter.ts'
import { dateInWords, sentence, withoutStop } from './wording.ts'

/** 举报处理告知: it names neither the informant nor where they can be reached, since parties may read the dossier. */
export const fillReportReply = letterOf((filling) => {
  const say = (label: string) => textOf(filling, label)
  const foundOn = dateInWords(textIn(filling.root, 'found-on'))
  return {
    addressee: '举报人',
    opening: [
      `您${foundOn === '' ? '' : `于${foundOn}`}反映的情况，本机关已经核查，现将处理情况告知如下：`,
      `受理情况：${withoutStop(say('受理情况'))}。`,
      `核查结果：${sentence(say('核查结果'))}`,
    ],
    closing: ['感谢您对行政执法工作的支持。本机关依法为您保密。'],
  }
})
