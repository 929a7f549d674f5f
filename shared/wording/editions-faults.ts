import type { FaultWords } from './faults.ts'

/** Drafting, signing and publishing amendments; settings of counties and checkpoints. */
export const editionFaultWords: Readonly<Record<string, FaultWords>> = {
  'AM-20': { zh: '没有这份规则修订。', en: 'There is no such amendment.' },
  'AM-21': {
    zh: '这份修订已不是草案（已公布、已放弃或已撤回），请刷新。',
    en: 'This is no draft any more: published, dropped or taken back. Load again.',
  },
  'AM-22': { zh: '他人刚刚改动了这份修订，请刷新后再办。', en: 'Somebody changed it meanwhile. Load again and look.' },
  'AM-23': {
    zh: '各项数值与现行规则相同，没有改动。',
    en: 'Every number is as it stands already; nothing would change.',
  },
  'AM-24': {
    zh: '试运行的时段应在1分钟到31天之间，且不晚于现在。',
    en: 'A dry run takes from one minute to 31 days, none of them to come.',
  },
  'AM-25': {
    zh: '签署前请先试运行本版草案（24小时内有效；常规修订须为近一周内至少一整天，应急修订到最近一小时）。',
    en: 'Try this very text out before signing: within the last day, over a whole day of the last week (an emergency: up to the last hour), under the law as it stands.',
  },
  'AM-26': {
    zh: '常规修订须提前公布，施行时间太早，请改晚或改为应急。',
    en: 'A regular amendment needs its notice. Set a later beginning, or make it an emergency.',
  },
  'AM-27': {
    zh: '起草、经办和复核不能由同一人包办，请由另一人复核签署。',
    en: 'The second signature is another person’s: neither the one who drafted nor the one who signed first.',
  },
  'AM-28': { zh: '这份修订尚未公布，或已撤回。', en: 'It is not published, or taken back already.' },
  'AM-29': { zh: '没有这个规则版本。', en: 'There is no such edition.' },
  'OB-02': {
    zh: '没有这个县区或检查点，或与文件中的层级不符。',
    en: 'There is no such county or checkpoint, or the file is for the other level.',
  },
  'OB-03': {
    zh: '文件写明的上级规则版本不是那里现行的版本，请按现行版本重写。',
    en: 'The file names another superior edition than the one in force there. Write it for that one.',
  },
  'OB-04': {
    zh: '那里已有生效的设定，请先停用再接受新的。',
    en: 'Settings are in force at this place. End them first.',
  },
  'OB-05': { zh: '没有这份下级设定。', en: 'There is no such overlay.' },
  'OB-06': { zh: '这份设定已经停用。', en: 'It has ended already.' },
}
