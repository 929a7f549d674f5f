import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  bay: (n: number) => `待检区 ${n}辆`,
  all: (n: number) => `查看全部${n}辆`,
  waits: {
    antigen: (clock: string) => `抗原 ${clock}`,
    temperature: (clock: string) => `复测 ${clock}`,
    head: (clock: string) => `点长 ${clock}`,
  },
  due: { antigen: '抗原可读', temperature: '该复测了', head: '请催点长' },
  alarm: {
    antigen: (plate: string, who: string) => `${plate}${who} 抗原可以读了`,
    temperature: (plate: string, who: string) => `${plate}${who} 该复测体温了`,
    head: (plate: string) => `${plate} 还在等点长处置`,
  },
  go: '去处理',
  more: (n: number) => `还有${n}辆到时`,
  startAll: (minutes: number) => `开始${minutes}分钟计时`,
  startOne: (minutes: number) => `单独计时${minutes}分钟`,
  restart: '重新计时',
  left: (clock: string) => `还有 ${clock} 可读结果`,
  ready: '可以读结果了',
  invalid: '无效，换新试剂',
  measureLater: (minutes: number) => `先放一边，${minutes}分钟后提醒`,
  measureIn: (clock: string) => `${clock} 后复测；换一支体温计可以现在测`,
  measureNow: '时间已到，请复测',
  undoLast: (seconds: number) => `撤销 ${seconds}s`,
  lastTruck: '上一辆',
  elsewhere: (plate: string) =>
    `${plate} 已在本机的另一个页面记录，这里没有再记。请在那个页面继续，或从待检区再点开；用不到的页面请关掉。`,
  understood: '知道了',
}
export type BayWords = Wording<typeof zh>
const en: BayWords = {
  bay: (n) => `Side bay: ${n}`,
  all: (n) => `Show all ${n}`,
  waits: {
    antigen: (clock) => `Antigen ${clock}`,
    temperature: (clock) => `Measure again ${clock}`,
    head: (clock) => `Head ${clock}`,
  },
  due: { antigen: 'Read antigen', temperature: 'Measure again', head: 'Remind the head' },
  alarm: {
    antigen: (plate, who) => `${plate}${who}: read the antigen test`,
    temperature: (plate, who) => `${plate}${who}: measure again`,
    head: (plate) => `${plate} still waits for the head`,
  },
  go: 'Go there',
  more: (n) => `${n} more due`,
  startAll: (minutes) => `Start ${minutes} minutes`,
  startOne: (minutes) => `Own timer, ${minutes} minutes`,
  restart: 'Start again',
  left: (clock) => `Readable in ${clock}`,
  ready: 'Ready to be read',
  invalid: 'Invalid, new kit',
  measureLater: (minutes) => `Set aside, remind in ${minutes} minutes`,
  measureIn: (clock) => `Again in ${clock}; with another thermometer now`,
  measureNow: 'It is time: measure again',
  undoLast: (seconds) => `Undo ${seconds}s`,
  lastTruck: 'Last truck',
  elsewhere: (plate) =>
    `${plate} has been recorded in another page of this phone, so not again here. Go on there, or from the side bay; close the page you do not need.`,
  understood: 'OK',
}

export const useBayWords = (): BayWords => useWords<BayWords>({ zh, en })
