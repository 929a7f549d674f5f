import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  nextIn: (seconds: number) => `（${seconds}）`,
  closes: '放行后自动进入下一辆',
  closesOn: '8秒后',
  closesOff: '不自动',
  closesHint: '只对放行结论；碰一下屏幕就停。',
  speaks: '语音播报',
  speaksOn: '开',
  speaksOff: '关',
  willBeApart: '已过2分钟，不能再更正：改完另记一条，原记录不变。原记录有误的，请告诉点长在台账里更正。',
  isApart: '已过2分钟，另记一条，原记录没有更正。原记录有误的，请告诉点长在台账里更正。',
  noVoice: '这部手机没有离线中文语音，不能播报。可在系统设置里下载「中文语音包」后再打开本页。',
}
export type ResultWords = Wording<typeof zh>
const en: ResultWords = {
  nextIn: (seconds) => `(${seconds})`,
  closes: 'After a release go on by itself',
  closesOn: 'After 8 s',
  closesOff: 'Never',
  closesHint: 'Releases only; any touch stops it.',
  speaks: 'Say it in Chinese',
  speaksOn: 'On',
  speaksOff: 'Off',
  willBeApart:
    'More than 2 minutes: the record can no longer be corrected here. What you change becomes a record of its own; ask your head to correct the first in the ledger.',
  isApart:
    'More than 2 minutes: this is a record of its own, and the first is not corrected. If it was wrong, ask your head to correct it in the ledger.',
  noVoice: 'This phone has no offline Chinese voice. Download one in its system settings, then open this page again.',
}

export const useResultWords = (): ResultWords => useWords<ResultWords>({ zh, en })
