export { LoginPage } from './login-page.tsx'
export { readSession, signOut } from './session-calls.ts'
