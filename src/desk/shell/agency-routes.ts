import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.tsx'

export const ownAgency = createRoute({
  getParentRoute: () => root,
  path: '/agency',
  component: lazyRouteComponent(() => import('../features/agency/agency-page.tsx'), 'AgencyPage'),
})
export const entrustments = createRoute({
  getParentRoute: () => root,
  path: '/agency/entrustments',
  component: lazyRouteComponent(() => import('../features/agency/entrustments-page.tsx'), 'EntrustmentsPage'),
})
export const posts = createRoute({
  getParentRoute: () => root,
  path: '/agency/posts',
  component: lazyRouteComponent(() => import('../features/agency/posts-page.tsx'), 'PostsPage'),
})
export const postSign = createRoute({
  getParentRoute: () => root,
  path: '/agency/posts/$personId/$role',
  component: lazyRouteComponent(() => import('../features/agency/post-sign-page.tsx'), 'PostSignPage'),
})
