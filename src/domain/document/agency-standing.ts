import { type AgencyStanding, reviewBodiesOf } from './remedy.ts'

/** What an agency is, as the register says it. */
export const STANDINGS = {
  department: '工作部门',
  authorised: '授权组织',
  'branch-office': '派出机构',
  'dispatched-organ': '派出机关',
  government: '人民政府',
  vertical: '垂直领导',
  justice: '司法行政部门',
} as const
export type Standing = keyof typeof STANDINGS

/** Those that are reviewed by the department above them, alone or beside the government (行政复议法第二十七条、第二十八条). */
export const UNDER_DEPARTMENT: readonly Standing[] = ['vertical', 'justice']

export type Region = { readonly code: string; readonly name: string }

/** An agency of the register; regions begin with its own and end with the widest. */
export type RegisteredAgency = {
  readonly standingKind: Standing
  readonly higherDepartment: string
  readonly regions: readonly Region[] | null
  /** Where it sits, where that is another region than its own. */
  readonly seat: readonly Region[] | null
  /** What is written down in place of what follows; '' where nothing is. */
  readonly reviewBody: string
  readonly court: string
}

/** Where its acts are reviewed and sued against; '' where the register does not say enough. */
export type Answering = { readonly standing: AgencyStanding; readonly reviewBody: string; readonly court: string }

export function answeringOf(agency: RegisteredAgency): Answering {
  const standing = standingOf(agency)
  const reviewBody = agency.reviewBody || reviewBodiesOf(standing).filter(Boolean).join('或者')
  return { standing, reviewBody, court: agency.court || courtOf(agency) }
}

function standingOf(agency: RegisteredAgency): AgencyStanding {
  const { standingKind: kind, higherDepartment } = agency
  const regions = governed(agency.regions)
  const government = governmentOf(regions)
  switch (kind) {
    case 'department':
    case 'authorised':
      return { kind, government }
    case 'branch-office':
      return { kind, government: governmentOf(isSetByDistrict(regions) ? seatOf(agency) : regions) }
    case 'dispatched-organ':
      return { kind, government: governmentOf(isTown(regions[0]) ? regions.slice(1) : regions) }
    case 'government':
      return regions.length === 1 && isProvince(regions[0])
        ? { kind: 'province', government }
        : { kind, higherGovernment: governmentOf(regions.slice(1)) }
    case 'vertical':
      return { kind, higherDepartment }
    case 'justice':
      return { kind, government, higherDepartment }
  }
}

/** A department of a city may have offices by district, which the government there reviews (行政复议法第二十四条第四款). */
function isSetByDistrict([own]: readonly Region[]): boolean {
  return isCity(own) || (isProvince(own) && own?.name.endsWith('市') === true)
}

/** The court of its seat; the intermediate one against a government from the county up (行政诉讼法第十四条、第十五条第一项、第十八条第一款). */
function courtOf(agency: RegisteredAgency): string {
  const seat = seatOf(agency)
  if (agency.standingKind === 'government' && !isTown(governed(agency.regions)[0])) {
    const city = seat.find(isCity)
    return city ? `${city.name}中级人民法院` : ''
  }
  const from = seat.findIndex(isCounty)
  return from < 0 ? '' : `${fullNameOf(seat.slice(from))}人民法院`
}

const seatOf = ({ seat, regions }: RegisteredAgency): readonly Region[] => governed(seat ?? regions)

/** Codes between a city or province and its districts that name no government. */
const COLLECTIVE = ['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划']

const governed = (regions: readonly Region[] | null): readonly Region[] =>
  (regions ?? []).filter(({ name }) => !COLLECTIVE.includes(name))

const governmentOf = (regions: readonly Region[]): string =>
  regions.length === 0 ? '' : `${fullNameOf(regions)}人民政府`

/** A district is called with its city, a town with its county. */
function fullNameOf([own, ...above]: readonly Region[]): string {
  if (own === undefined) return ''
  if (isTown(own)) return `${fullNameOf(above)}${own.name}`
  const isDistrict = isCounty(own) && own.name.endsWith('区') && above[0]?.name.endsWith('市')
  return isDistrict ? `${above[0]?.name}${own.name}` : own.name
}

// GB/T 2260: two digits each for province, city and county; three more for towns and streets.
const isTown = (region?: Region): boolean => region !== undefined && region.code.length > 6
const isProvince = (region?: Region): boolean => region?.code.length === 6 && region.code.endsWith('0000')
const isCity = (region?: Region): boolean =>
  region?.code.length === 6 && region.code.endsWith('00') && !isProvince(region)
const isCounty = (region?: Region): boolean => region?.code.length === 6 && !region.code.endsWith('00')
