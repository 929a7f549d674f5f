import type { FaultWords } from './faults.ts'

/** What the leads and their photographs refuse. */
export const leadFaultWords: Readonly<Record<string, FaultWords>> = {
  'LE-01': { zh: '没有这条线索。', en: 'There is no such lead.' },
  'LE-02': {
    zh: '这条线索的状态已变，请刷新后再办。',
    en: 'The state of this lead has changed. Load again.',
  },
  'LE-03': { zh: '翻页位置无效，请从第一页看起。', en: 'Not the place of a page. Start from the first.' },
  'LE-04': { zh: '请选择转公安还是转督查。', en: 'Say whom it is passed on to: police or supervision.' },
  'LE-05': {
    zh: '没有这张照片对应的查验记录，照片未接收。',
    en: 'The inspection of this photograph is not here; the photograph was not taken in.',
  },
  'LE-06': {
    zh: '照片格式不对：须为不含拍摄信息的 JPEG，不超过 1280 像素、150 kB。',
    en: 'Not a JPEG without EXIF, of 1280 pixels and 150 kB at most.',
  },
  'LE-07': { zh: '这次查验的照片已够，不再接收。', en: 'This inspection has photographs enough.' },
  'LE-08': { zh: '没有这张照片，或已到期删除。', en: 'There is no such photograph, or its days are over.' },
  'LE-09': { zh: '照片编号已被占用。', en: 'The id of this photograph is taken.' },
  'LE-10': {
    zh: '拍照时间晚于现在，请先校准本机时间。',
    en: 'Taken later than now: set the clock of the phone.',
  },
}
