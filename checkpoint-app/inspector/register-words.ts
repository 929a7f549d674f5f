import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  recent: '刚用过',
  idX: '末位 X',
  waiting: '等司机填完，本机自动继续…',
  came: '已收到司机报备，继续核验',
  offline: '离线时收不到司机的报备，请用「现场报备」代填。',
}
export type RegisterWords = Wording<typeof zh>
const en: RegisterWords = {
  recent: 'Just used',
  idX: 'Ends in X',
  waiting: 'Goes on by itself when the driver has finished…',
  came: 'The driver has registered; going on',
  offline: 'Offline the driver’s form cannot arrive: fill it in here instead.',
}

export const useRegisterWords = (): RegisterWords => useWords<RegisterWords>({ zh, en })
