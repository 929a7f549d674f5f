import type { FaultWords } from './faults.ts'

/** What is wrong with a draft; the field it names says where. */
export const amendmentFaultWords: Readonly<Record<string, FaultWords>> = {
  'AM-01': {
    zh: '修订草案的格式有误，请按标出的一项改正。',
    en: 'The draft is not formed as it should be. Correct the field named.',
  },
  'AM-02': {
    zh: '修订草案有一项没有填好，请改正标出的一项。',
    en: 'A field of the draft is missing or not right. Correct the field named.',
  },
  'AM-03': {
    zh: '修订须以国家或省级文件的条款为依据；新文件请先登记。',
    en: 'An amendment needs a clause of a national or provincial document; register a new document first.',
  },
  'AM-04': {
    zh: '所写的依据条款不存在，请从文件目录中选择。',
    en: 'The clause given as basis does not exist. Choose one from the documents.',
  },
  'AM-05': { zh: '这个数不能由本市修订。', en: 'This number is not for the city to amend.' },
  'AM-06': {
    zh: '数值超出允许的范围，请核对单位后重填。',
    en: 'The value is out of bounds. Check its unit and enter it again.',
  },
  'AM-07': {
    zh: '有些数须成对修订，请把两个数一起写明，并使其相称。',
    en: 'Some numbers are amended in pairs. Give both, and make them fit.',
  },
  'AM-08': { zh: '草案没有改动任何一个数。', en: 'The draft changes no number.' },
  'AM-10': {
    zh: '已公布规则的数据无法读取，请升级程序或报告此代码。',
    en: 'The published rules cannot be read. Update the program, or report this code.',
  },
}
