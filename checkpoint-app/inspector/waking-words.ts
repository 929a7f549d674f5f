import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const stayOpen = '当班时请保持本页打开，通知会显示在页面上。'
const zh = {
  waking: '接收拥堵通知',
  on: '开',
  off: '关',
  hint: '本页关着时也会响铃：全员上岗、应急绿色通道受阻。',
  looking: '正在查看…',
  unable: `这部手机的浏览器不能接收通知（苹果手机须先添加到主屏幕）。${stayOpen}`,
  'not-offered': `本市没有开通手机通知。${stayOpen}`,
  denied: '手机禁止了通知。请在浏览器的网站设置里允许本站通知，再回到这里打开。',
  'no-service': `这部手机连不上通知服务。${stayOpen}`,
  unreached: '现在连不上服务器，请稍后再试。',
  again: '再试一次',
}
export type WakingWords = Wording<typeof zh>
const stayOpenEn = 'Keep this page open on duty; notices appear on it.'
const en: WakingWords = {
  waking: 'Congestion notices',
  on: 'On',
  off: 'Off',
  hint: 'Rings even when this page is closed: everybody to the lanes, green lane blocked.',
  looking: 'Looking…',
  unable: `The browser of this phone cannot be notified (an iPhone must have this app on its home screen). ${stayOpenEn}`,
  'not-offered': `This city has not switched notices on. ${stayOpenEn}`,
  denied: 'This phone blocks notices. Allow them for this site in the browser settings, then come back here.',
  'no-service': `This phone reaches no notice service. ${stayOpenEn}`,
  unreached: 'The server cannot be reached now. Try again later.',
  again: 'Try again',
}

export const useWakingWords = (): WakingWords => useWords<WakingWords>({ zh, en })
