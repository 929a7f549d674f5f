import type { FaultWords } from './faults.ts'

/** The live code of a driver's phone. */
export const liveFaultWords: Readonly<Record<string, FaultWords>> = {
  'LV-01': {
    zh: '这部手机的实时码密钥无法识别。请刷新页面；纸质码照常有效，不影响通行。',
    en: "This phone's key for the live code cannot be read. Reload the page; the paper code holds as ever, and nobody is held up.",
  },
}
