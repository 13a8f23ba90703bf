import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root } from './root-route.tsx'

export const successions = createRoute({
  getParentRoute: () => root,
  path: '/successions',
  component: lazyRouteComponent(() => import('../features/successions/successions-page.tsx'), 'SuccessionsPage'),
})
export const oneOfficer = createRoute({
  getParentRoute: () => root,
  path: '/successions/people/$personId',
  component: lazyRouteComponent(() => import('../features/successions/work-page.tsx'), 'WorkPage'),
})
export const oneSuccession = createRoute({
  getParentRoute: () => root,
  path: '/successions/$successionId',
  component: lazyRouteComponent(() => import('../features/successions/sheet-page.tsx'), 'SheetPage'),
})
