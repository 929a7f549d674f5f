import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  age: {
    now: '离线包 刚更新',
    minutes: (n: number) => `离线包 ${n}分钟前`,
    hours: (n: number) => `离线包 ${n}小时前`,
  },
  none: '无离线数据',
  expired: '只能人工核验',
  title: '离线包',
  refused: '已拒绝旧离线包',
  full: '手机存储已满',
  explain: {
    fresh: '公钥、撤销名单、名单比对和放行记录都在手机里，断网也能核验。',
    stale: '离线包一刻钟以上没有更新，仍可使用；联网后自动更新。',
    expired: '离线包超过一天没有更新，不能再用来验码：只能人工核验，照常查验放行，不因此扣车。请尽快联网更新。',
    none: '本机还没有离线数据：只能人工核验，照常查验放行，不因此扣车。请联网一次。',
  },
  held: '手机时间被调早了：过期的码仍按过期处理。',
  keyWithdrawn: '签名密钥已紧急更换：用旧密钥签的码一律不认。请司机联网点「刷新」，或输入编号核验；不因此扣车。',
  keyShort: '密钥已紧急更换',
  unsaved: '手机存储已满：新的离线包只在这次打开期间有效，关闭页面后用旧的。请清理手机空间。',
  trouble: {
    offline: '更新未成功：没有网络。',
    busy: '更新未成功：服务器忙，稍后自动再试。',
    refused: '更新未成功：服务器没有接受，请刷新页面。',
    outdated: '更新未成功：应用版本太旧，请更新应用。',
    'too-large': '更新未成功：请刷新页面。',
    'shut-out': '更新未成功：本机已解绑，请联系点长。',
    unreadable: '更新未成功：离线包读不出，沿用手机里的。',
    'unknown-key': '更新未成功：离线包的签名密钥不认识，沿用手机里的。',
    'bad-signature': '更新未成功：离线包签名不对，沿用手机里的。',
    'wrong-terminal': '更新未成功：这不是本机的离线包，沿用手机里的。',
    'rolled-back': '拒绝了一份旧的离线包：它比本机用过的更早，会让已撤销的证件重新有效。请联网更新。',
    incomplete: '更新未成功：离线包不完整，沿用手机里的。',
  },
  part: {
    keys: '验码公钥',
    'tag-key': '当日名单密钥',
    settings: '检查点设置',
    law: '核验规则',
    standing: '通行证状态',
    withdrawn: '作废的货畅码',
    'risk-areas': '中高风险地区',
    listed: '红码、阳性名单',
    whitelist: '司机白名单',
    'prior-releases': '前站放行记录',
    expected: '今日报备车辆',
  },
  parts: '各部分',
  asOf: { now: '刚更新', minutes: (n: number) => `${n}分钟前`, hours: (n: number) => `${n}小时前` },
  missing: '没有，联网后补上',
  listed: {
    title: (who: string) => `${who}　名单疑似命中`,
    text: {
      red: '离线名单按姓氏和证件号末四位比对：疑似红码人员，可能是同姓同尾号的人。请点长看身份证原件核实，核实前不作结论。',
      positive:
        '离线名单按姓氏和证件号末四位比对：疑似阳性人员，可能是同姓同尾号的人。请点长看身份证原件核实，核实前不作结论。',
    },
    same: '点长核实：是本人',
    other: '点长核实：不是本人',
  },
}
export type BundleWords = Wording<typeof zh>
const en: BundleWords = {
  age: {
    now: 'Bundle just renewed',
    minutes: (n) => `Bundle ${n} min old`,
    hours: (n) => `Bundle ${n} h old`,
  },
  none: 'No offline data',
  expired: 'Check by hand only',
  title: 'Offline bundle',
  refused: 'Old bundle refused',
  full: 'Phone is full',
  explain: {
    fresh: 'Keys, revocations, lists and releases are on this phone; checks work without a network.',
    stale: 'The bundle has not been renewed for a quarter of an hour. It still serves and renews itself once online.',
    expired:
      'The bundle is more than a day old and may not be used to verify codes: check by hand, release as ever, hold nobody for it. Go online soon.',
    none: 'This phone has no offline data yet: check by hand, release as ever, hold nobody for it. Go online once.',
  },
  held: "The phone's clock was turned back: what has expired stays expired. ",
  keyWithdrawn:
    'A signing key was replaced in an emergency: codes under the old one do not count. Let the driver refresh online, or type the number. It holds nobody.',
  keyShort: 'Key replaced',
  unsaved: 'The phone is full: the new bundle serves until this page closes, then the old one. Free some space.',
  trouble: {
    offline: 'Not renewed: no network.',
    busy: 'Not renewed: the server is busy and will be asked again.',
    refused: 'Not renewed: the server did not accept the request. Load the page again.',
    outdated: 'Not renewed: this app is too old. Update it.',
    'too-large': 'Not renewed: load the page again.',
    'shut-out': 'Not renewed: this phone was released. Ask the head of the checkpoint.',
    unreadable: 'Not renewed: the bundle cannot be read; the one in hand goes on.',
    'unknown-key': 'Not renewed: the bundle is signed with a key not known here; the one in hand goes on.',
    'bad-signature': 'Not renewed: the signature of the bundle does not hold; the one in hand goes on.',
    'wrong-terminal': 'Not renewed: the bundle is for another phone; the one in hand goes on.',
    'rolled-back':
      'An old bundle was refused: it is earlier than one used here and would bring revoked credentials back. Go online.',
    incomplete: 'Not renewed: the bundle is not whole; the one in hand goes on.',
  },
  part: {
    keys: 'Keys for codes',
    'tag-key': 'List key of the day',
    settings: 'Checkpoint settings',
    law: 'Rules',
    standing: 'Standing of passes',
    withdrawn: 'Freight codes withdrawn',
    'risk-areas': 'Risk areas',
    listed: 'Red and positive lists',
    whitelist: 'Drivers’ white list',
    'prior-releases': 'Releases elsewhere',
    expected: 'Trucks expected today',
  },
  parts: 'Parts',
  asOf: { now: 'just now', minutes: (n) => `${n} min ago`, hours: (n) => `${n} h ago` },
  missing: 'missing; comes once online',
  listed: {
    title: (who) => `${who}: may be on a list`,
    text: {
      red: 'The offline list goes by surname and last four of the ID: perhaps a person with a red code, perhaps a namesake. The head must look at the ID card; nothing is decided before.',
      positive:
        'The offline list goes by surname and last four of the ID: perhaps a person tested positive, perhaps a namesake. The head must look at the ID card; nothing is decided before.',
    },
    same: 'Head: it is this person',
    other: 'Head: it is somebody else',
  },
}

export const useBundleWords = (): BundleWords => useWords<BundleWords>({ zh, en })
