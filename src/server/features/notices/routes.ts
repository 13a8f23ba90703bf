import { z } from 'zod'
import {
  NoticeCount,
  NoticeSettingsAnswer,
  NoticeSettingsInput,
  NoticesAnswer,
  NoticesQuery,
  ReadNoticesInput,
} from '#contract/notices.ts'
import { type Route, route } from '#server/http/route.ts'
import { changeSettings, readSettings } from './notice-settings.ts'
import { countNotices, readNotices } from './notices-queries.ts'
import { markRead } from './read-notices.ts'

const Nothing = z.strictObject({})
const OWN = 'none:只列本人的通知'

export const routes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/api/notices',
    kind: 'json',
    summary: '本人的通知，新的在前',
    permission: 'signed-in',
    audit: OWN,
    input: { query: NoticesQuery },
    output: NoticesAnswer,
    handle: (ctx, { query }) => readNotices(ctx, query),
  }),
  route({
    method: 'GET',
    path: '/api/notices/count',
    kind: 'json',
    summary: '本人未读的通知有几条',
    permission: 'signed-in',
    audit: OWN,
    input: { query: Nothing },
    output: NoticeCount,
    handle: (ctx) => countNotices(ctx),
  }),
  route({
    method: 'POST',
    path: '/api/notices/read',
    kind: 'json',
    summary: '把本人的通知标为已读',
    permission: 'signed-in',
    audit: 'notices-read',
    input: { body: ReadNoticesInput },
    output: NoticeCount,
    handle: (ctx, { body }) => markRead(ctx, body),
  }),
  route({
    method: 'GET',
    path: '/api/notices/settings',
    kind: 'json',
    summary: '本人怎样接收通知',
    permission: 'signed-in',
    audit: OWN,
    input: { query: Nothing },
    output: NoticeSettingsAnswer,
    handle: (ctx) => readSettings(ctx.db, ctx.actor.personId),
  }),
  route({
    method: 'PUT',
    path: '/api/notices/settings',
    kind: 'json',
    summary: '改变本人怎样接收通知',
    permission: 'signed-in',
    audit: 'notice-settings',
    ifMatch: 'required',
    input: { body: NoticeSettingsInput },
    output: NoticeSettingsAnswer,
    handle: (ctx, { body }) => changeSettings(ctx, body),
  }),
]
