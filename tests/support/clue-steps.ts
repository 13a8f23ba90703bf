import type { RawFacts } from '#domain/case/command.ts'
import { done, type LawOffice, type Opened } from './law-office.ts'

export const TOLD: RawFacts = {
  case: { source: '举报', 'found-on': '2026-06-01', clue: '某店出售过期食品', place: '青石早市' },
}
export const CHECKED = { 'check-result': '现场看到过期食品两件', 'in-jurisdiction': true, opinion: '转为案件' }

/** A clue of which it is not known yet whom it concerns. */
export function register(office: LawOffice, more: Opened = { parties: [] }): LawOffice {
  done(office.open('clue', 'chuang', TOLD, more))
  return office
}

export function extend(office: LawOffice): void {
  done(office.take('lin', 'extend-check', { case: { 'extension-reason': '需要到外地核查' } }))
  office.agreeAll('wu')
}

export function makeCase(office: LawOffice): void {
  done(office.take('lin', 'make-case', { case: CHECKED }))
  office.agreeAll('zheng')
}

/** It is decided that no case is made of it, and whoever told of it waits for an answer. */
export function notFiled(office: LawOffice): LawOffice {
  const facts = { 'check-result': '现场没有过期食品', opinion: '不予立案' }
  done(office.take('lin', 'make-no-case-and-reply', { case: facts }))
  office.agreeAll('zheng', 'wu')
  return office
}

export function answered(on: string, accepted = '不予立案'): RawFacts {
  return {
    case: {
      'reply-accepted': accepted,
      'reply-result': '现场核查的情况已经查明。',
      'reply-way': '邮寄',
      'replied-on': on,
    },
  }
}
