import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ArchiveQuery } from '#contract/archive.ts'
import type { DisclosureRow } from '#contract/disclosures.ts'
import {
  ACCESS_BY,
  type AccessTab,
  ARCHIVE_BY,
  type AskedFor,
  actSearch,
  caseSearch,
  cluesSearch,
  DISCLOSURES_BY,
  licencesSearch,
  newCaseSearch,
  noticesSearch,
  paymentsSearch,
  printsSearch,
  recordingsSearch,
  type TrailOf,
  textsOf,
  worklistSearch,
} from './address-searches.ts'
import { AGENCY_ROUTES } from './agency-routes.ts'
import { root } from './root-route.tsx'
import { oneOfficer, oneSuccession, successions } from './succession-routes.ts'

const cases = createRoute({
  getParentRoute: () => root,
  id: 'cases',
  component: lazyRouteComponent(() => import('../features/cases/cases-room.tsx'), 'CasesRoom'),
  validateSearch: worklistSearch,
})
const home = createRoute({
  getParentRoute: () => cases,
  path: '/',
  component: lazyRouteComponent(() => import('../features/cases/first-page.tsx'), 'FirstPage'),
})
const newCase = createRoute({
  getParentRoute: () => root,
  path: '/cases/new',
  component: lazyRouteComponent(() => import('../features/cases/new-case/new-case-page.tsx'), 'NewCasePage'),
  validateSearch: newCaseSearch,
})
const oneCase = createRoute({
  getParentRoute: () => cases,
  path: '/cases/$caseId',
  component: lazyRouteComponent(() => import('../features/cases/case-page.tsx'), 'CasePage'),
  validateSearch: caseSearch,
})
const clues = createRoute({
  getParentRoute: () => root,
  path: '/clues',
  component: lazyRouteComponent(() => import('../features/clues/clues-page.tsx'), 'CluesPage'),
  validateSearch: cluesSearch,
})
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('../features/notices/notices-page.tsx'), 'NoticesPage'),
  validateSearch: noticesSearch,
})
const reviews = createRoute({
  getParentRoute: () => root,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../features/reviews/reviews-page.tsx'), 'ReviewsPage'),
})
const oneReview = createRoute({
  getParentRoute: () => root,
  path: '/reviews/$caseId/$run',
  component: lazyRouteComponent(() => import('../features/reviews/review-page.tsx'), 'ReviewPage'),
  validateSearch: actSearch,
})
const panels = createRoute({
  getParentRoute: () => root,
  path: '/panels',
  component: lazyRouteComponent(() => import('../features/panels/panels-page.tsx'), 'PanelsPage'),
})
const onePanel = createRoute({
  getParentRoute: () => root,
  path: '/panels/$caseId/$run',
  component: lazyRouteComponent(() => import('../features/panels/panel-page.tsx'), 'PanelPage'),
  validateSearch: actSearch,
})
const disclosures = createRoute({
  getParentRoute: () => root,
  path: '/disclosures',
  component: lazyRouteComponent(() => import('../features/disclosures/disclosures-page.tsx'), 'DisclosuresPage'),
  validateSearch: (search: Record<string, unknown>): { state?: DisclosureRow['state'] | undefined } =>
    DISCLOSURES_BY.some((state) => state === search.state) ? { state: search.state as DisclosureRow['state'] } : {},
})
const oneDisclosure = createRoute({
  getParentRoute: () => root,
  path: '/disclosures/$disclosureId',
  component: lazyRouteComponent(() => import('../features/disclosures/disclosure-page.tsx'), 'DisclosurePage'),
})
const prints = createRoute({
  getParentRoute: () => root,
  path: '/prints',
  component: lazyRouteComponent(() => import('../features/prints/prints-page.tsx'), 'PrintsPage'),
  validateSearch: printsSearch,
})
const recordings = createRoute({
  getParentRoute: () => root,
  path: '/recordings',
  component: lazyRouteComponent(() => import('../features/recordings/recordings-page.tsx'), 'RecordingsPage'),
  validateSearch: recordingsSearch,
})
const devices = createRoute({
  getParentRoute: () => root,
  path: '/recordings/devices',
  component: lazyRouteComponent(() => import('../features/devices/devices-page.tsx'), 'DevicesPage'),
})
const monitoring = createRoute({
  getParentRoute: () => root,
  path: '/recordings/monitoring',
  component: lazyRouteComponent(() => import('../features/monitoring/monitoring-page.tsx'), 'MonitoringPage'),
  validateSearch: ({ only }: Record<string, unknown>): { only?: 'passed' | 'failed' | undefined } =>
    only === 'passed' || only === 'failed' ? { only } : {},
})
const recordingList = createRoute({
  getParentRoute: () => root,
  path: '/recordings/list',
  component: lazyRouteComponent(
    () => import('../features/recording-list/recording-list-page.tsx'),
    'RecordingListPage',
  ),
  validateSearch: (search: Record<string, unknown>): { on?: string } =>
    typeof search.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? { on: search.on } : {},
})
const oneRecording = createRoute({
  getParentRoute: () => root,
  path: '/recordings/$recordingId',
  component: lazyRouteComponent(() => import('../features/recordings/recording-page.tsx'), 'RecordingPage'),
})
const custody = createRoute({
  getParentRoute: () => root,
  path: '/custody',
  component: lazyRouteComponent(() => import('../features/custody/custody-page.tsx'), 'CustodyPage'),
  validateSearch: (search: Record<string, unknown>): { place?: string | undefined } => textsOf(search, ['place']),
})
const licences = createRoute({
  getParentRoute: () => root,
  path: '/licences',
  component: lazyRouteComponent(() => import('../features/licences/licences-page.tsx'), 'LicencesPage'),
  validateSearch: licencesSearch,
})
const licenceTimes = createRoute({
  getParentRoute: () => root,
  path: '/licences/times',
  component: lazyRouteComponent(() => import('../features/licences/times-page.tsx'), 'TimesPage'),
})
const oneLicence = createRoute({
  getParentRoute: () => root,
  path: '/licences/$licenceId',
  component: lazyRouteComponent(() => import('../features/licences/licence-page.tsx'), 'LicencePage'),
})
const catalogue = createRoute({
  getParentRoute: () => root,
  path: '/catalogue',
  component: lazyRouteComponent(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
  validateSearch: (search: Record<string, unknown>): { kind?: string | undefined } => textsOf(search, ['kind']),
})
const payments = createRoute({
  getParentRoute: () => root,
  path: '/payments',
  component: lazyRouteComponent(() => import('../features/payments/payments-page.tsx'), 'PaymentsPage'),
  validateSearch: paymentsSearch,
})
const onePaymentFile = createRoute({
  getParentRoute: () => root,
  path: '/payments/$fileId',
  component: lazyRouteComponent(() => import('../features/payments/report-page.tsx'), 'ReportPage'),
})
const parties = createRoute({
  getParentRoute: () => root,
  path: '/parties',
  component: lazyRouteComponent(() => import('../features/parties/parties-page.tsx'), 'PartiesPage'),
  validateSearch: (search: Record<string, unknown>): { q?: string | undefined } => textsOf(search, ['q']),
})
const oneParty = createRoute({
  getParentRoute: () => root,
  path: '/parties/$partyId',
  component: lazyRouteComponent(() => import('../features/parties/party-page.tsx'), 'PartyPage'),
})

const access = createRoute({
  getParentRoute: () => root,
  path: '/access',
  component: lazyRouteComponent(() => import('../features/access/access-page.tsx'), 'AccessPage'),
  validateSearch: (search: Record<string, unknown>): { tab?: AccessTab | undefined } =>
    ACCESS_BY.some((tab) => tab === search.tab) ? { tab: search.tab as AccessTab } : {},
})
const askAccess = createRoute({
  getParentRoute: () => root,
  path: '/access/new',
  component: lazyRouteComponent(() => import('../features/access/request-page.tsx'), 'RequestPage'),
  validateSearch: (search: Record<string, unknown>): AskedFor => textsOf(search, ['case', 'recording', 'follows']),
})
const externalAccess = createRoute({
  getParentRoute: () => root,
  path: '/access/external',
  component: lazyRouteComponent(() => import('../features/access/external-page.tsx'), 'ExternalPage'),
})
const oneAccess = createRoute({
  getParentRoute: () => root,
  path: '/access/$requestId',
  component: lazyRouteComponent(() => import('../features/access/access-detail-page.tsx'), 'AccessDetailPage'),
})
const trail = createRoute({
  getParentRoute: () => root,
  path: '/trail',
  component: lazyRouteComponent(() => import('../features/trails/trail-page.tsx'), 'TrailPage'),
  validateSearch: (search: Record<string, unknown>): TrailOf => textsOf(search, ['subject', 'from', 'until']),
})

const archive = createRoute({
  getParentRoute: () => root,
  path: '/archive',
  component: lazyRouteComponent(() => import('../features/archive/archive-page.tsx'), 'ArchivePage'),
  validateSearch: (search: Record<string, unknown>): { list?: ArchiveQuery['list'] | undefined } =>
    ARCHIVE_BY.some((list) => list === search.list) ? { list: search.list as ArchiveQuery['list'] } : {},
})
const oneDossier = createRoute({
  getParentRoute: () => root,
  path: '/archive/$dossierId',
  component: lazyRouteComponent(() => import('../features/archive/archive-detail-page.tsx'), 'ArchiveDetailPage'),
})

const signing = createRoute({
  getParentRoute: () => root,
  path: '/cases/$caseId/sign/$document',
  component: lazyRouteComponent(() => import('../features/signing/signing-page.tsx'), 'SigningPage'),
})
const transfers = createRoute({
  getParentRoute: () => root,
  path: '/transfers',
  component: lazyRouteComponent(() => import('../features/transfers/transfers-page.tsx'), 'TransfersPage'),
})
const oneTransfer = createRoute({
  getParentRoute: () => root,
  path: '/transfers/$caseId/$run',
  component: lazyRouteComponent(() => import('../features/transfers/transfer-page.tsx'), 'TransferPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    cases.addChildren([home, oneCase]),
    newCase,
    clues,
    notices,
    reviews,
    oneReview,
    panels,
    onePanel,
    disclosures,
    oneDisclosure,
    prints,
    recordings,
    devices,
    monitoring,
    recordingList,
    oneRecording,
    custody,
    catalogue,
    payments,
    onePaymentFile,
    access,
    askAccess,
    externalAccess,
    oneAccess,
    trail,
    licences,
    licenceTimes,
    oneLicence,
    parties,
    oneParty,
    archive,
    oneDossier,
    signing,
    successions,
    oneOfficer,
    oneSuccession,
    ...AGENCY_ROUTES,
    transfers,
    oneTransfer,
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
