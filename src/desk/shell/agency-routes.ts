import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { type LetterOf, textsOf } from './address-searches.ts'
import { root } from './root-route.tsx'

const ownAgency = createRoute({
  getParentRoute: () => root,
  path: '/agency',
  component: lazyRouteComponent(() => import('../features/agency/agency-page.tsx'), 'AgencyPage'),
})
const entrustments = createRoute({
  getParentRoute: () => root,
  path: '/agency/entrustments',
  component: lazyRouteComponent(() => import('../features/agency/entrustments-page.tsx'), 'EntrustmentsPage'),
})
const posts = createRoute({
  getParentRoute: () => root,
  path: '/agency/posts',
  component: lazyRouteComponent(() => import('../features/agency/posts-page.tsx'), 'PostsPage'),
})
const postSign = createRoute({
  getParentRoute: () => root,
  path: '/agency/posts/$personId/$role',
  component: lazyRouteComponent(() => import('../features/agency/post-sign-page.tsx'), 'PostSignPage'),
})
const letters = createRoute({
  getParentRoute: () => root,
  path: '/agency/letters',
  component: lazyRouteComponent(() => import('../features/agency/letters-page.tsx'), 'LettersPage'),
})
const letterPrint = createRoute({
  getParentRoute: () => root,
  path: '/agency/letters/print',
  component: lazyRouteComponent(() => import('../features/agency/letter-print-page.tsx'), 'LetterPrintPage'),
  validateSearch: (search: Record<string, unknown>): LetterOf => textsOf(search, ['letter', 'person', 'role', 'kind']),
})

export const AGENCY_ROUTES = [ownAgency, entrustments, posts, postSign, letters, letterPrint] as const
