import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  call: '呼叫点长',
  callTitle: '呼叫点长',
  callText: (minutes: number) => `请点长${minutes}分钟内到场。用对讲机或电话；点长不在时，请12328协调。`,
  phone: '点长电话（只存在本机）',
  phoneHint: '由点长告知；换班后请核对。',
  phoneWrong: '请输入电话号码',
  dial: (phone: string) => `拨打 ${phone}`,
  hotline: '拨打 12328',
  left: (clock: string) => `剩余 ${clock}`,
  late: '已超时，请再催',
  agreed: '司乘同意配合',
  settle: '点长已处置',
  settleTitle: '点长怎样处置？',
  settleText: '由点长本人选择。记入本次查验，不改变条款结论；货物继续运输。',
  settled: (how: string) => `点长处置：${how}`,
  unsettle: '点长处置选错了',
  medic: '呼叫医务 120',
}
export type HeadWords = Wording<typeof zh>
const en: HeadWords = {
  call: 'Call the head',
  callTitle: 'Call the head',
  callText: (minutes) =>
    `Ask the head to come within ${minutes} minutes, by radio or phone. If he cannot, 12328 helps to reach somebody.`,
  phone: 'Phone of the head (kept on this phone only)',
  phoneHint: 'As the head gave it; check it after a change of shift.',
  phoneWrong: 'Please enter a phone number',
  dial: (phone) => `Call ${phone}`,
  hotline: 'Call 12328',
  left: (clock) => `${clock} left`,
  late: 'late, remind him',
  agreed: 'Crew agrees',
  settle: 'Settled by the head',
  settleTitle: 'How did the head settle it?',
  settleText: 'Chosen by the head in person. It is recorded with this inspection and changes no row; the goods go on.',
  settled: (how) => `Head: ${how}`,
  unsettle: 'Wrong settlement chosen',
  medic: 'Call medics 120',
}

export const useHeadWords = (): HeadWords => useWords<HeadWords>({ zh, en })
