const MAX_AGE_S = 12 * 3600

const isHttps = (publicUrl: string): boolean => publicUrl.startsWith('https:')

/** `__Host-` demands Secure and Path=/, which only an https address can keep. */
export const sessionCookieName = (publicUrl: string): string =>
  isHttps(publicUrl) ? '__Host-zhaofa_session' : 'zhaofa_session'

export function sessionCookie(publicUrl: string, token: string): string {
  return cookie(publicUrl, token, MAX_AGE_S)
}

export function endedSessionCookie(publicUrl: string): string {
  return cookie(publicUrl, '', 0)
}

function cookie(publicUrl: string, value: string, maxAgeS: number): string {
  const secure = isHttps(publicUrl) ? '; Secure' : ''
  return `${sessionCookieName(publicUrl)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${maxAgeS}${secure}`
}
