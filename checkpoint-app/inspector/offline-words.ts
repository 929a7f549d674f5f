import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  sending: (done: number, of: number) => `已传 ${done}／${of}`,
  notSaved: (n: number) => `${n}条未保存`,
  stuck: (n: number) => `${n}条服务器出错`,
  stuckWhy:
    '服务器处理这样的记录时出错。记录还在手机里，没有丢，会一直重试；其他记录照常上传。请告诉点长，也可导出交给他。',
  notBound: '绑定没有成功',
  bindAgain: '连上网络后点「重试」，链接仍然有效。',
  bindNew: '绑定链接只能用一次：请点长或管理员在指挥部页面重新出示绑定码，再用本机扫一扫。',
  understood: '知道了',
  low: '手机空间快满',
  held: '手机存储已满，这条记录还没有写进手机，暂存在本页，没有丢。',
  heldDo: '不要关闭本页。清理手机空间后自动保存，联网后自动上传，也可导出。放行不受影响，继续查下一辆。',
  heldAll: (n: number) => `手机存储已满：${n}条记录暂存在本页，还没有写进手机。`,
  outdated: '请更新应用',
  outdatedText: '服务器不再支持这个版本。查验照常，记录都在手机里，更新后自动上传。',
  outdatedHeld: '有记录还没有写进手机：先清理空间或导出，再更新。',
  update: '更新应用',
  storage: '存储',
  locked: '已锁定',
  unlocked: '未锁定',
  unlockedWhy: '手机空间不足时，浏览器可能清除没有上传的记录。请把本应用添加到主屏幕，并尽快联网上传。',
  unknown: '浏览器没有说明',
  room: (used: string, free: string) => `已用 ${used}，还可用 ${free}`,
  lowDo: '手机空间快满了，再存下去记录会写不进手机。请清理手机空间，或尽快联网上传。',
  cleared: '本机曾经绑定过，但浏览器清除了手机里的数据：没有上传的记录已不在本机。请告诉点长，再重新绑定。',
  flagged: (n: number) => `需要留意（${n}）`,
  differsWhy: '服务器按同样的事实得出另一个结论，点长会在台账里处理；放行不受影响。',
}
type OfflineWords = Wording<typeof zh>
const en: OfflineWords = {
  sending: (done, of) => `${done} / ${of} sent`,
  notSaved: (n) => `${n} not saved`,
  stuck: (n) => `${n} the server fails on`,
  stuckWhy:
    'The server fails on such a record. It stays on the phone, is not lost and is tried again; the others are sent. Tell your head; you can also export it.',
  notBound: 'Not bound',
  bindAgain: 'Once there is a network press “Try again”; the link still holds.',
  bindNew:
    'A link works once: ask your head or an administrator to show a new binding code on the office page, and scan it with this phone.',
  understood: 'OK',
  low: 'Phone nearly full',
  held: 'The phone is full: this record is not on it yet. This page holds it; nothing is lost.',
  heldDo:
    'Do not close this page. It is saved once there is space, and sent once there is a network; you can also export it. The truck goes on, and so do you.',
  heldAll: (n) => `The phone is full: this page holds ${n} record(s) that are not on the phone yet.`,
  outdated: 'Update the app',
  outdatedText:
    'The server does not serve this version any more. Checking goes on, all records are on the phone and are sent after the update.',
  outdatedHeld: 'Some records are not on the phone yet: make space or export them before you update.',
  update: 'Update the app',
  storage: 'Storage',
  locked: 'Locked',
  unlocked: 'Not locked',
  unlockedWhy:
    'When the phone is short of space the browser may clear records that were not sent. Add this app to the home screen, and connect soon.',
  unknown: 'The browser does not say',
  room: (used, free) => `${used} used, ${free} left`,
  lowDo: 'The phone is nearly full; soon records will not fit. Make space, or connect to send them.',
  cleared:
    'This phone was bound before, and its browser has cleared what was on it: records that were not sent are gone. Tell your head, then bind it again.',
  flagged: (n) => `To be looked at (${n})`,
  differsWhy:
    'From the same facts the server came to another conclusion; the head settles it in the ledger. The truck is not held.',
}

export const useOfflineWords = (): OfflineWords => useWords<OfflineWords>({ zh, en })
