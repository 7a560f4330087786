import type { EmploymentType } from '../database/schema.ts'

type Weighted<T> = readonly (readonly [T, number])[]

/** How a department of the sample academy is staffed. Titles are codes of titles.csv. */
export type Profile = {
  /** Its part of the whole staff. */
  readonly size: number
  readonly women: number
  readonly types: Weighted<EmploymentType>
  readonly officers: Weighted<string>
  readonly contracted: Weighted<string>
  readonly workers: Weighted<string>
  readonly company: Weighted<string>
  /** Title of the head of each directorate. */
  readonly head: string
}

/** `U028:30 U029:18` as pairs of a title and how often it occurs. */
const mix = (text: string): Weighted<string> =>
  text.split(' ').map((part) => [part.split(':')[0] ?? '', Number(part.split(':')[1])])

const desk = mix('U028:30 U029:18 U030:10 U010:9 U017:4 U031:3 U033:3 U084:4 U085:1')
const labour = mix('U093:30 U095:18 U096:16 U094:8 U098:6 U099:5')
const services = mix('U104:40 U102:24 U103:20 U107:5 U108:3 U109:1 U110:1')
const technicians = 'U086:5 U087:2 U088:5'

const shares = (officer: number, contracted: number, candidate: number, worker: number, company: number) =>
  [
    ['OFFICER', officer],
    ['CONTRACTED', contracted],
    ['CANDIDATE_OFFICER', candidate],
    ['WORKER', worker],
    ['COMPANY', company],
  ] satisfies Weighted<EmploymentType>

const office = (size: number, women: number, trades: string, contracted: string): Profile => ({
  size,
  women,
  types: shares(58, 14, 5, 5, 18),
  officers: [...desk, ...mix(trades)],
  contracted: mix(contracted),
  workers: labour,
  company: services,
  head: 'U008',
})

const site = (size: number, women: number, trades: string, company?: string): Profile => ({
  ...office(size, women, trades, technicians),
  types: shares(36, 12, 3, 26, 23),
  workers: [...labour, ...mix('U097:12 U100:4')],
  company: company ? mix(company) : services,
})

const uniform = (size: number, women: number, officers: string, head: string): Profile => ({
  ...office(size, women, officers, 'U088:1'),
  types: shares(82, 2, 6, 4, 6),
  officers: mix(officers),
  head,
})

/** Every part of the institution that is not listed by department. */
export const otherProfile: Profile = office(1, 0.42, 'U015:2', 'U092:1')

/** Departments by the three letters their codes begin with. */
export const profiles: Readonly<Record<string, Profile>> = {
  OKM: office(0.4, 0.5, 'U031:12', 'U092:1'),
  TKB: office(0.4, 0.3, 'U013:50 U014:20', 'U089:1'),
  IDB: office(0.15, 0.3, 'U015:80', 'U091:1'),
  BAD: office(0.2, 0.45, 'U075:4', 'U092:1'),
  IKE: office(2.8, 0.52, 'U020:12 U019:10 U066:2', 'U092:6 U091:2'),
  YIK: office(1.6, 0.5, 'U074:8', 'U089:2 U091:1'),
  BID: office(2.9, 0.3, 'U041:22 U022:16 U021:8 U040:8 U043:5', 'U090:9 U086:3'),
  DIS: office(0.6, 0.58, 'U075:22', 'U092:1 U091:1'),
  CEV: site(3, 0.32, 'U042:24 U052:8 U053:6 U060:8'),
  RAY: site(2, 0.22, 'U037:14 U038:8 U039:12 U057:10'),
  KLT: office(3, 0.44, 'U017:10 U075:3 U060:6', 'U092:4 U087:1'),
  SGL: office(4, 0.6, 'U065:30 U062:14 U071:12 U067:6 U068:4 U063:3', 'U092:1 U088:2'),
  SOS: office(4, 0.62, 'U069:26 U066:14 U070:12 U067:4', 'U092:4'),
  KVR: office(2, 0.46, 'U073:18 U055:8 U056:8 U049:8', technicians),
  BYH: office(2.4, 0.5, 'U017:8', 'U092:2 U091:1'),
  ULS: site(4.5, 0.2, 'U037:8 U048:6 U051:6 U057:10 U033:14'),
  IMR: office(2.2, 0.46, 'U051:26 U043:16 U049:14 U059:10 U061:4', technicians),
  DRY: office(1.6, 0.4, 'U037:18 U044:14 U049:12 U051:10', technicians),
  EML: office(1.8, 0.44, 'U043:8 U007:6 U017:8', 'U089:3 U091:2'),
  STR: office(0.8, 0.52, 'U016:22 U054:8 U048:6', 'U091:4'),
  MAL: office(3, 0.54, 'U016:14 U024:22 U023:8 U026:12 U027:8 U025:8', 'U091:4'),
  MEZ: site(3.6, 0.1, 'U033:10'),
  ZAB: uniform(11, 0.09, 'U079:70 U078:12 U077:5 U028:6 U029:4', 'U076'),
  DES: site(8, 0.3, 'U023:6 U060:10 U047:3', 'U103:46 U102:40 U104:16'),
  ITF: uniform(15, 0.06, 'U083:74 U082:14 U081:4 U033:6 U028:3 U071:3', 'U080'),
  TAR: site(2.4, 0.3, 'U045:22 U064:18 U071:6 U072:4'),
  MUH: office(0.6, 0.5, 'U028:10', 'U092:1'),
  SAT: office(2, 0.46, 'U023:14 U017:8 U016:4', 'U091:2 U089:1'),
  PBY: site(8, 0.16, 'U050:14 U045:12 U046:6 U057:8', 'U101:70 U104:10 U102:8 U107:3'),
  FEN: site(5, 0.24, 'U037:26 U049:8 U038:8 U039:8 U058:12 U060:6'),
  YOL: site(7, 0.08, 'U037:12 U038:8 U058:10 U033:10'),
  ETP: office(1.6, 0.44, 'U049:24 U037:18 U051:10 U050:8 U061:6', technicians),
}
