import { createRootRoute } from '@tanstack/react-router'
import { Frame } from './frame.tsx'
import { NotHere } from './not-here.tsx'
import { PageFailure } from './page-failure.tsx'

/** What stands around every page, and in its place when there is none. */
export const root = createRootRoute({ component: Frame, notFoundComponent: NotHere, errorComponent: PageFailure })
