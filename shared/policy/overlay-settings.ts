/**
 * What a county or a checkpoint may propose: a closed list, and data only. A number stands for one parameter of the law (or two
 * that move together); a switch stands for a condition that the law does not have (overlay-conditions.ts), so that it can be
 * written down, tried out, and found to be stricter.
 */
import type { Bilingual } from './documents.ts'
import type { ParameterName } from './parameters.ts'

type Share = { readonly parameter: ParameterName; readonly times: number; readonly plus: number }
type Shares = readonly [Share, ...Share[]]
export type NumberSetting = {
  readonly caption: Bilingual
  readonly min: number
  readonly max: number
  /** Digits after the point. */
  readonly decimals: 0 | 1
  /** parameter = value × times + plus */
  readonly sets: Shares
}

const one = (parameter: ParameterName, times = 1): Shares => [{ parameter, times, plus: 0 }]
/** The thermometer shows one decimal: the next step above normal is abnormal. */
const normal: Shares = [...one('normalTemperatureMax'), { parameter: 'abnormalTemperatureMin', times: 1, plus: 0.1 }]

const setting = (zh: string, en: string, [min, max]: readonly [number, number], sets: Shares): NumberSetting => ({
  caption: { zh, en },
  min,
  max,
  decimals: sets === normal ? 1 : 0,
  sets,
})

// prettier-ignore
export const numberSettings = {
  testValidityHours:   setting('核酸阴性有效期（小时）', 'validity of a negative test (hours)', [0, 720], one('testValidity')),
  normalMax:           setting('正常体温上限（℃）', 'highest normal temperature (℃)', [35, 42], normal),
  priorReleaseHours:   setting('本市已查验免重复检查（小时）', 'how long a release counts in the whole city (hours)', [0, 720], one('priorReleaseWindow')),
  pendingSampleHours:  setting('在检样本视同已采样（小时）', 'how long a sample on its way counts as taken (hours)', [0, 720], one('pendingSampleWindow')),
  driverWhitelistDays: setting('货车司机白名单最短期限（天）', 'shortest term of the driver white list (days)', [1, 365], one('driverWhitelistMin', 24)),
  riskLookBackDays:    setting('风险地区行程询问范围（天）', 'how far back stays in a risk area are asked for (days)', [0, 365], one('riskLookBack')),
  riskStayHours:       setting('停留多久才算到过风险地区（小时）', 'how long a stop must last to be a stay (hours)', [0, 72], one('riskStayMin')),
  freightCodeHours:    setting('货畅码有效期（小时）', 'life of a freight code (hours)', [1, 720], one('freightCodeLife')),
} as const satisfies Record<string, NumberSetting>
export type NumberSettingName = keyof typeof numberSettings

export const clockBases = ['report', 'sample'] as const
/** From which moment a test is counted. */
export const testClockBasis = {
  caption: { zh: '核酸有效期起算点', en: 'where the validity of a test begins' },
  values: { report: { zh: '报告时间', en: 'report' }, sample: { zh: '采样时间', en: 'sample' } },
} as const

/** Each is off in the law. */
export const switches = {
  inProvinceAsOutside: {
    zh: '省内车辆按省外查验',
    en: 'trips within the province are checked like those from outside',
  },
  checkPapersDespiteGreenCode: {
    zh: '货畅码绿码仍核验一证两码',
    en: 'papers are checked despite a green freight code',
  },
  testOnArrival: { zh: '核酸有效仍须到场检测', en: 'everybody is tested on arrival, valid test or not' },
  asteriskCounts: { zh: '行程卡带*按黄卡处理', en: 'an asterisk on the travel card counts as yellow' },
  requirePass: { zh: '无有效通行证须点长处置', en: 'without a valid pass the head of the checkpoint decides' },
  requireRegistration: { zh: '省内车辆也须报备', en: 'trips within the province must be registered too' },
  askTemperatureInProvince: { zh: '省内车辆也须测温', en: 'temperature is taken within the province too' },
} as const satisfies Record<string, Bilingual>
export type SwitchName = keyof typeof switches

export type Settings = {
  readonly [K in NumberSettingName]?: number
} & { readonly [K in SwitchName]?: boolean } & { readonly testClockBasis?: (typeof clockBases)[number] }
export type SettingName = keyof Settings

export const isNumberSetting = (name: string): name is NumberSettingName => Object.hasOwn(numberSettings, name)
export const isSwitch = (name: string): name is SwitchName => Object.hasOwn(switches, name)
export const settingNames: readonly string[] = [
  ...Object.keys(numberSettings),
  'testClockBasis',
  ...Object.keys(switches),
]

export function captionOf(name: string): Bilingual {
  if (isNumberSetting(name)) return numberSettings[name].caption
  return isSwitch(name) ? switches[name] : testClockBasis.caption
}
