import type { Values, Wording } from './language.ts'

const route = ({ scopeKnown }: Values) => (scopeKnown ? '省外行程' : '行程待核')
const old = ({ validityHours, testTime }: Values) => `核酸超${validityHours}小时${testTime && `（${testTime}）`}`
const until = (day: string) => (day ? `（至${day}）` : '')

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–99 in Chinese numerals: 十、二十、四十三. */
export function numeral(n: number): string {
  const tens = Math.floor(n / 10)
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`
  return `${ten}${digits[n % 10]}`
}

const clause = (document: string, article: number, part: number | undefined) =>
  `${document}第${numeral(article)}条${part ? `（${numeral(part)}）` : ''}`

export const zh: Wording = {
  reason: {
    'not-freight': () => '非货运车辆',
    'nucleic-positive': () => '核酸检测阳性',
    'antigen-positive': () => '抗原检测阳性',
    'listed-positive': () => '名单比对：检测阳性',
    fever: ({ temperatures }) => `两次测温 ${temperatures.join('、')}`,
    'health-code-red': () => '健康码红码',
    'travel-card-red': () => '行程卡红卡',
    'travel-card-orange': () => '行程卡橙卡',
    'risk-stay': () => '中高风险地区行程',
    'listed-red': () => '名单比对：红码',
    'freight-code-red': () => '货畅码红码',
    inspected: ({ priorTime, priorCheckpoint }) => `${priorTime} ${priorCheckpoint || '本市卡口'}已查验`,
    'in-province-green': () => '省内行程，货畅码绿码',
    'in-province-no-code': () => '省内行程，无货畅码绿码',
    'in-province-yellow': () => '省内行程，货畅码黄码',
    'in-province-grey': () => '省内行程，货畅码灰码',
    'not-registered': (values) => `${route(values)}，未查到报备`,
    'registered-green': (values) => `${route(values)}，已报备，货畅码绿码`,
    'no-code': (values) => `${route(values)}，无货畅码绿码`,
    'code-yellow': (values) => `${route(values)}，货畅码黄码`,
    'code-grey': (values) => `${route(values)}，货畅码灰码`,
    'all-hold': ({ validityHours }) => `${validityHours}小时核酸阴性、健康码绿码、体温正常`,
    'test-old': old,
    'test-none': () => '核酸未检测',
    'test-pending': () => '核酸结果未出',
    'test-undated': ({ validityHours }) => `核酸无时间，不能认定在${validityHours}小时内`,
    'not-green-test-old': (values) => `非绿码，且${old(values)}`,
    'not-green-test-none': () => '非绿码，且核酸未检测',
    'not-green-test-pending': () => '非绿码，且核酸结果未出',
    'not-green-test-undated': ({ validityHours }) => `非绿码，且核酸不能认定在${validityHours}小时内`,
    'antigen-negative': () => '已采样，结果待出',
    'health-code-yellow': () => '健康码黄码',
    'health-code-unshown': () => '健康码无法出示',
    'travel-card-yellow': () => '行程卡非绿',
    'travel-card-unshown': () => '行程卡无法出示',
    'not-green-antigen-negative': () => '非绿码，抗原阴性，核酸已采样',
    'refused-registration': () => '未完成登记',
    'refused-check': () => '未完成核验',
    'refused-test': () => '未完成检测',
    'ask-registration': () => '还不知道是否已报备',
    'ask-freight-code': () => '还未扫货畅码',
    'ask-temperature': () => '还未测体温',
    'ask-temperature-again': ({ temperatures }) => `测温 ${temperatures.at(-1)}，须复测一次`,
  },
  next: {
    V0: '不登记个人信息，直接通行',
    V1: '请人车分开等候，报属地防疫机构，拨打120',
    V2: '引导至留观区，交医务人员',
    V3: '通知属地防疫机构（未联网时请电话），专人引导，非接触装卸',
    V4: '无需再查，直接通行',
    V5: '直接通行',
    V6: '请扫卡口码登记',
    V7: '扫码补录（约1分钟），补录后继续',
    V8: '不再核验一证两码',
    V9: '扫卡口码登记，逐人核验',
    V10: '直接通行',
    V12: '纳入动态追踪，不必等候核酸结果',
    V13: '告知解码方式，通知收货企业和社区',
    V14: '告知解码方式，通知收货企业和社区，纳入追踪',
    V15: '引导至临时停靠处，请点长处理',
  },
  testNext: ({ sample, again, codesGreen }) => {
    const kit = again ? '抗原无效，换新试剂重测' : sample ? '采样并做抗原' : '样本在检，只做抗原'
    return `${kit}，${codesGreen ? '阴性立即放行' : '阴性即管控放行'}`
  },
  person: (position) => `第${position}人：`,
  article: (document, article, part) => `依据：${clause(document, article, part)}`,
  clause,
  modifier: {
    M1: { label: '＋走绿色通道', reason: ({ passUntil }) => `通行证有效${until(passUntil)}`, next: '引导至绿色通道' },
    M2: {
      label: '＋白名单',
      reason: ({ whitelistUntil }) => `货车司机白名单${until(whitelistUntil)}`,
      next: '行程类黄码、带*不作限制',
    },
    M4: { label: '＋直通车', reason: () => '直通车行程', next: '核对闭环清单，全程追踪' },
    M5: { label: '＋优先查验', reason: () => '医疗防控物资、生活必需品', next: '走快检通道，排在队首' },
    M6: { label: '离线核验', reason: () => '网络中断，按本机规则和名单判定', next: '联网后自动补传' },
    M7: {
      label: '证件信息不符',
      reason: ({ passForged, codeAtFault }) =>
        `${codeAtFault ? '货畅码' : '通行证'}${passForged ? '验签不通过' : '车牌与本车不一致'}`,
      next: '按实际情况核验，拍照留存线索',
    },
  },
  hint: {
    asterisk: '行程卡带*不作为限制通行的依据',
    origin: '不得以车籍地、户籍地限制通行',
    'no-repeat-test': '有效期内不得要求重复检测',
    'no-pass': '无通行证、未报备不影响放行，补办补录即可',
    'pass-renew': '通行证已失效，走普通车道，请补办或更正',
  },
  ask: {
    'trip.registered': { question: () => '这趟货是否已入豫报备？', button: '查报备' },
    freightCode: { question: () => '请司机出示货畅码', button: '扫货畅码' },
    temperatures: { question: () => '请测体温', button: '测温' },
    temperaturesAgain: {
      question: ({ temperatureRecheckAfter }) => `第一次偏高，请隔${temperatureRecheckAfter}分钟换一支体温计再测`,
      button: '复测体温',
    },
    nucleicAcid: { question: () => '请出示核酸证明：结果、采样和报告时间', button: '核酸证明' },
    healthCode: { question: () => '请出示健康码', button: '健康码' },
    travelCard: { question: () => '请出示通信行程卡', button: '行程卡' },
    riskStay: {
      question: ({ riskLookBack, riskStayMin }) =>
        `${riskLookBack}天内是否到过中高风险区（停留超过${riskStayMin}小时）？`,
      button: '行程询问',
    },
  },
  answer: {
    scope: { 'in-province': '省内行程', 'cross-province': '省外行程', unknown: '行程待核' },
    freightCode: { green: '✔绿码', yellow: '▲黄码', red: '■红码', grey: '◇灰码', unshown: '无' },
    healthCode: { green: '绿', yellow: '黄', red: '红', unshown: '无法出示' },
    travelCard: { green: '绿', 'green-starred': '绿带*', yellow: '黄', orange: '橙', red: '红', unshown: '无法出示' },
    nucleicAcid: { negative: '阴性', positive: '阳性', pending: '已采未出', unshown: '未检测' },
    antigen: { negative: '阴性', positive: '阳性', invalid: '无效，重测' },
    yes: '是',
    no: '否',
    cannotSay: '记不清',
  },
  codeReason: {
    Y1: '不符合国家通行规定：核酸有效期内离焦即解码，留焦请完成三天两检',
    R1: '中高风险重点地区（待防疫机构确认）',
    R2: '省外市外红码（待防疫机构确认）',
    R3: '检测阳性（待防疫机构确认）',
  },
  fault: {
    'FA-01': '有不认识的字段，请核对',
    'FA-02': '缺少必填字段，请补充',
    'FA-03': '字段类型不对，请核对',
    'FA-04': '字段取值不在规定范围，请核对',
    'FA-05': '时间格式不对，请写明日期、时间和时区',
    'FA-06': '没有司乘人员，请至少录入司机',
    'FA-07': '时间晚于现在，请核对时间或校准时钟',
    'FA-08': '采样时间晚于报告时间，请核对',
    'FA-09': '体温超出30.0–45.0 ℃，请重新测量',
    'FA-10': '此行不是JSON，请核对',
    'ED-01': '没有这个规则版本，请核对版本号',
  },
}
