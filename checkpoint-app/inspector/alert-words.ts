import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  title: '前方预警',
  law: '规则更新',
  forecast: '高峰预判',
  seen: '收到',
  read: '点此查看',
  left: (n: number) => `还有 ${n} 条`,
  told: '点「收到」后，全站不再提示，办公端可见谁收到、何时收到。',
}
type AlertWords = Wording<typeof zh>
const en: AlertWords = {
  title: 'Alert',
  law: 'The rules have changed',
  forecast: 'A peak is expected',
  seen: 'Got it',
  read: 'Tap to read',
  left: (n) => `${n} more`,
  told: 'After “Got it” no phone of this checkpoint shows it any more; the office sees who had it and when.',
}

export const useAlertWords = (): AlertWords => useWords<AlertWords>({ zh, en })
