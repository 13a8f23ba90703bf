import { z } from 'zod'
import { ROLES } from '#domain/access/permissions.ts'

export const SignIn = z.strictObject({
  login: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
})
export type SignIn = z.infer<typeof SignIn>

export const SessionPost = z.object({
  role: z.enum(ROLES),
  unitId: z.string(),
  unitName: z.string(),
  unitKind: z.string(),
  isPrincipal: z.boolean(),
})

/** Who is signed in, with the posts valid today. */
export const SessionAnswer = z.object({
  person: z.object({ id: z.string(), name: z.string(), login: z.string() }),
  agency: z.object({ id: z.string(), name: z.string(), shortName: z.string(), regionCode: z.string() }),
  posts: z.array(SessionPost),
  roles: z.array(z.enum(ROLES)),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

export const SignedOut = z.object({ isSignedOut: z.literal(true) })
