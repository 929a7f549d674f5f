/**
 * The law of the checkpoint, in the order an inspector asks. The first chapter in which any rule speaks decides; within it
 * every rule speaks, and for each person the gravest finding stands. A new demand is one file and one line here.
 */
import type { Bilingual } from '../documents.ts'
import type { Modifier, Rule } from '../rule.ts'
import { antigenNegativeGoesTracked } from './antigen-negative-goes-tracked.ts'
import { askFreightCode } from './ask-freight-code.ts'
import { askRegistration } from './ask-registration.ts'
import { askTemperature } from './ask-temperature.ts'
import { checkOneProofTwoCodes } from './check-one-proof-two-codes.ts'
import { credentialMismatch } from './credential-mismatch.ts'
import { driverWhiteList } from './driver-white-list.ts'
import { essentialCargo } from './essential-cargo.ts'
import { feverObserved } from './fever-observed.ts'
import { greenCodeFastRelease } from './green-code-fast-release.ts'
import { headDecidesOnRefusal } from './head-decides-on-refusal.ts'
import { inProvinceFastRelease } from './in-province-fast-release.ts'
import { inProvinceRegisterThenRelease } from './in-province-register-then-release.ts'
import { inspectedOnce } from './inspected-once.ts'
import { notFreight } from './not-freight.ts'
import { offlineCheck } from './offline-check.ts'
import { passGreenLane } from './pass-green-lane.ts'
import { positiveHeldForCare } from './positive-held-for-care.ts'
import { registerOnTheSpot } from './register-on-the-spot.ts'
import { releaseWhenAllHold } from './release-when-all-hold.ts'
import { riskLedInClosedLoop } from './risk-led-in-closed-loop.ts'
import { testLateArrivals } from './test-late-arrivals.ts'
import { throughTrain } from './through-train.ts'
import { yellowGoesManaged } from './yellow-goes-managed.ts'
import { yellowTestedGoesTracked } from './yellow-tested-goes-tracked.ts'

export type Line<R> = { readonly caption: Bilingual; readonly rule: R }
export type Chapter = { readonly caption: Bilingual; readonly lines: readonly Line<Rule>[] }

const line = <R>(rule: R, zh: string, en: string): Line<R> => ({ caption: { zh, en }, rule })
const chapter = (zh: string, en: string, lines: readonly Line<Rule>[]): Chapter => ({ caption: { zh, en }, lines })

// prettier-ignore
export const law: readonly Chapter[] = [
  chapter('一、是否属于货运查验', '1. Is this a freight inspection?', [
    line(notFreight,                    '非货运车辆，不适用', 'Not a freight vehicle: does not apply'),
  ]),
  chapter('二、全车人员有无风险，不分省内省外', '2. Is anybody on board at risk, wherever the trip goes?', [
    line(positiveHeldForCare,           '检测阳性：闭环转运', 'Positive test: closed-loop transfer'),
    line(feverObserved,                 '两次体温异常：留观复核', 'Two abnormal temperatures: observation'),
    line(riskLedInClosedLoop,           '红码、中高风险地区行程：点对点闭环', 'Red code or risk area: point-to-point closed loop'),
  ]),
  chapter('三、本市是否已查验', '3. Has the city inspected it already?', [
    line(inspectedOnce,                 '已查验放行，不重复检查', 'Released at another checkpoint: no second inspection'),
  ]),
  chapter('四、按行程分三种情形', '4. The three routes, by itinerary', [
    line(inProvinceFastRelease,         '省内行程，货畅码绿码：快速放行', 'In-province, freight code green: fast release'),
    line(inProvinceRegisterThenRelease, '省内行程，无绿码：登记后快速放行', 'In-province, no green code: register, then release'),
    line(askRegistration,               '省外行程：是否已报备', 'Out of province: is the trip registered?'),
    line(registerOnTheSpot,             '未报备：现场补录', 'Not registered: on the spot'),
    line(askFreightCode,                '货畅码是什么颜色', 'What colour is the freight code?'),
    line(askTemperature,                '测量体温', 'Take the temperature'),
    line(greenCodeFastRelease,          '已报备，货畅码绿码：快速放行', 'Registered, freight code green: fast release'),
    line(checkOneProofTwoCodes,         '无绿码：逐人核验一证两码', 'No green code: one proof and two codes of each person'),
    line(releaseWhenAllHold,            '一证两码和体温均合格：放行', 'Everything holds: release'),
    line(testLateArrivals,              '核酸无效：核酸＋抗原', 'No valid test: nucleic and antigen test'),
    line(antigenNegativeGoesTracked,    '抗原阴性：立即放行，动态追踪', 'Antigen negative: released at once, tracked'),
    line(yellowGoesManaged,             '非绿码，核酸有效：赋黄码，管控放行', 'Code not green, test valid: yellow, managed release'),
    line(yellowTestedGoesTracked,       '非绿码，抗原阴性：赋黄码，管控放行并追踪', 'Code not green, antigen negative: yellow, managed, tracked'),
    line(headDecidesOnRefusal,          '未完成登记或检测：点长现场处置', 'Registration or test refused: the head decides'),
  ]),
]

// prettier-ignore
export const modifiers: readonly Line<Modifier>[] = [
  line(passGreenLane,      '通行证有效：走绿色通道', 'Valid pass: green lane'),
  line(driverWhiteList,    '货车司机白名单：行程类黄码不作限制', 'Driver on the white list: yellow of travel does not restrict'),
  line(throughTrain,       '直通车：闭环清单', 'Through truck: closed-loop checklist'),
  line(essentialCargo,     '医疗和生活必需品：优先查验', 'Medical goods and necessities: first in line'),
  line(offlineCheck,       '离线核验：联网后补传', 'Offline check: uploaded later'),
  line(credentialMismatch, '证件信息不符：留存线索', 'Credential mismatch: a lead is kept'),
]
