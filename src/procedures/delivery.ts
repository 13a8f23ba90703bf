import { plainDate } from '#domain/calendar/plain-date.ts'
import {
  announcementExplained,
  consentGiven,
  directFirst,
  leftWithProof,
  receivedInOrder,
  signedFor,
} from '#domain/case/gates/delivery.ts'
import { DELIVERY_METHODS } from '#domain/delivery/effective-on.ts'
import { procedureOf } from '#domain/procedure/definition.ts'

/** 送达 of the documents of one action to one party. */
export const delivery = procedureOf({
  code: 'delivery',
  version: '2024-01-01',
  validFrom: plainDate('2021-07-15'),
  title: '送达',
  basis: '《民事诉讼法》第八十七条',
  start: 'open',
  facts: {
    method: {
      title: '送达方式',
      kind: 'choice',
      per: 'case',
      disclosure: 'officials',
      choices: [...DELIVERY_METHODS],
    },
    'received-on': {
      title: '送达日期',
      kind: 'date',
      per: 'case',
      disclosure: 'officials',
      help: '签收、留置、到达、回执上的日期；公告送达填公告日期，经过三十日视为送达',
    },
    'received-by': { title: '签收人', kind: 'text', per: 'case', disclosure: 'handlers', optional: true },
    'delivery-place': { title: '送达地点', kind: 'text', per: 'case', disclosure: 'handlers' },
    'delivered-by': { title: '送达人', kind: 'people', per: 'case', disclosure: 'officials' },
    witness: { title: '见证人', kind: 'text', per: 'case', disclosure: 'handlers', optional: true },
    'is-recorded': { title: '已拍照或者录像', kind: 'yes-no', per: 'case', disclosure: 'officials', optional: true },
    'has-consented': {
      title: '当事人已签订电子送达确认书',
      kind: 'yes-no',
      per: 'case',
      disclosure: 'officials',
      optional: true,
    },
    'delivery-note': {
      title: '说明（拒收事由、不能直接送达的原因、公告的原因和经过）',
      kind: 'long-text',
      per: 'case',
      disclosure: 'handlers',
      optional: true,
    },
    'announcement-reason': {
      title: '公告的原因',
      kind: 'long-text',
      per: 'case',
      disclosure: 'handlers',
      help: '下落不明，或者用其他方式无法送达的经过',
    },
    'announced-at': {
      title: '发布处',
      kind: 'text',
      per: 'case',
      disclosure: 'officials',
      help: '公告栏、住所地张贴，报纸、网站的名称',
    },
    'collected-at': { title: '领取地点', kind: 'text', per: 'case', disclosure: 'officials' },
  },
  clocks: {},
  stages: {
    open: {
      title: '待送达',
      actions: {
        deliver: {
          title: '登记送达',
          by: ['handler', 'clerk'],
          asks: [
            'method',
            'received-on',
            'received-by',
            'delivery-place',
            'delivered-by',
            'witness',
            'is-recorded',
            'has-consented',
            'delivery-note',
          ],
          gates: [receivedInOrder, signedFor, directFirst, leftWithProof, consentGiven, announcementExplained],
          records: [
            // Without a witness the recording is the proof (民事诉讼法第八十九条).
            {
              scene: 'delivery-by-leaving',
              duty: 'must',
              onlyIf: [
                { fact: 'method', is: '留置送达' },
                { fact: 'witness', is: '' },
              ],
            },
            { scene: 'delivery-by-leaving', duty: 'as-needed', onlyIf: [{ fact: 'method', is: '留置送达' }] },
            { scene: 'delivery-by-announcement', duty: 'as-needed', onlyIf: [{ fact: 'method', is: '公告送达' }] },
          ],
          issues: ['delivery-receipt'],
          adds: 'delivery',
          to: 'done',
          basis: '《民事诉讼法》第八十七条',
        },
        announce: {
          title: '出具送达公告',
          by: 'handler',
          approval: ['unit-head'],
          asks: ['announcement-reason', 'announced-at', 'collected-at'],
          issues: ['delivery-announcement'],
          basis: '《民事诉讼法》第九十五条',
        },
      },
    },
    done: { title: '已送达', ends: 'delivered', actions: {} },
  },
})
