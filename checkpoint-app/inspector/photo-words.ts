import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  button: '拍照留存',
  title: '拍照留存线索',
  only: '只拍证件，不拍健康码、人脸。',
  forWhom: '照片加密上传，只有督查能看，30天后自动删除。放行不受影响。',
  take: '拍照',
  again: '重拍',
  keep: '留存',
  preview: '拍到的证件',
  unreadable: '这张照片读不出来，请重拍。',
  full: '手机存储已满，照片未保存；查验记录不受影响。',
  enough: '待传的照片已有20张，请联网上传后再拍；查验记录不受影响。',
  kept: '照片已留存，联网后自动上传',
  count: (n: number) => `✔ 已拍照留存 ${n} 张`,
  line: '线索照片',
}
type PhotoWords = Wording<typeof zh>
const en: PhotoWords = {
  button: 'Keep a photo',
  title: 'Photo of the credential',
  only: 'The credential only: no health code, no face.',
  forWhom: 'Sent encrypted, seen by the supervisor only, deleted after 30 days. The truck is not held.',
  take: 'Take photo',
  again: 'Again',
  keep: 'Keep',
  preview: 'The credential as taken',
  unreadable: 'This photo cannot be read. Take it again.',
  full: 'The phone is full, the photo was not kept; the check is recorded all the same.',
  enough: '20 photos wait to be sent. Connect before taking more; the check is recorded all the same.',
  kept: 'Photo kept; it is sent when there is a network',
  count: (n) => `✔ ${n} photo(s) kept`,
  line: 'Photo of a lead',
}

export const usePhotoWords = (): PhotoWords => useWords<PhotoWords>({ zh, en })
