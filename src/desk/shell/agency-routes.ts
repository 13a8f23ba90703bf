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
