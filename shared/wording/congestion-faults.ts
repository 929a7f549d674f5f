import type { FaultWords } from './faults.ts'

/** Events of a queue, and what is known of a checkpoint beforehand. */
export const congestionFaultWords: Readonly<Record<string, FaultWords>> = {
  'CG-01': { zh: '排队事件有一项不符，未计入。', en: 'One field of this event is not right; it was left out.' },
  'CG-02': {
    zh: '检查点说明文件有一项不符。',
    en: 'One field of the file that describes the checkpoints is not right.',
  },
  'CG-03': {
    zh: '说明文件中没有这个检查点，未计入。',
    en: 'The file does not describe this checkpoint; it was left out.',
  },
  'CG-04': { zh: '这一行不是 JSON，未计入。', en: 'This line is not JSON; it was left out.' },
}
