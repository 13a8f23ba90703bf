import { plainDate } from '#domain/calendar/plain-date.ts'
import type { DocumentData } from '#domain/document/merge-data.ts'

/** What is drawn of no step of a case: from the records of the office, or when a dossier is bound. */
export const officeBlocks: Readonly<Record<string, Partial<DocumentData>>> = {
  'operation-trail': {
    trail: {
      subject: '案件 南青市监案〔2026〕12号',
      fromOn: plainDate('2026-03-01'),
      untilOn: plainDate('2026-06-30'),
      askedBy: '沈明正（法制审核科）',
      askedAt: '2026-07-01 09:12:40',
      count: 3,
      rowsSha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      rows: [
        ['2026-03-06 10:02:11', '欧阳青松\n南屏市青石区市场监督管理局', '办理：报请立案'],
        ['2026-05-18 15:40:02', '欧阳青松\n南屏市青石区市场监督管理局', '办理：提交法制审核'],
        ['2026-05-21 09:31:55', '沈明正\n南屏市青石区市场监督管理局', '查看音像记录（法制审核，现场检查录像 12 分钟）'],
      ].map(([at = '', who = '', what = ''], index) => ({
        no: index + 1,
        at,
        who,
        what,
        object: '案件 南青市监案〔2026〕12号',
        address: '10.20.3.41',
      })),
    },
  },
  'volume-pages': {
    volume: [
      {
        no: 37,
        sheet: {
          title: '12　现场检查录像（2026年3月2日）',
          lines: ['文件：现场检查.mp4，时长 12 分 05 秒', '摘要（SHA-256）：9f86d081884c7d659a2feaa0c55ad015…'],
          isEmpty: true,
        },
      },
    ],
  },
}
