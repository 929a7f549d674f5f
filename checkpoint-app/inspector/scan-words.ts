import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  number: '输入编号',
  readPlate: '扫车牌',
  noCode: '没有有效码：按无码处理，录入车牌',
  seen: '已读到，正在打开…',
  notLoaded: {
    rest: '程序没有下载完整',
    restDo: '请到有网络的地方点「重新打开」。本机已存的记录不受影响；眼前的车先人工查验登记，不因此等候。',
    disk: '浏览器不让本页保存数据',
    diskDo:
      '请关闭无痕模式，或在浏览器设置里允许本网站保存数据，再点「重新打开」。眼前的车先人工查验登记，不因此等候。',
    reopen: '重新打开',
    code: { rest: '错误码 OPEN-1', disk: '错误码 OPEN-2' },
  },
}

const en: Wording<typeof zh> = {
  number: 'Number',
  readPlate: 'Read plate',
  noCode: 'No valid code: treat as none, enter the plate',
  seen: 'Read. Opening…',
  notLoaded: {
    rest: 'The app did not load completely',
    restDo:
      'Go where there is a network and press “Open again”. What this phone has recorded is safe; check the truck before you by hand, it need not wait for this.',
    disk: 'The browser does not let this page keep data',
    diskDo:
      'Leave private browsing, or allow this site to keep data in the browser’s settings, then press “Open again”. Check the truck before you by hand, it need not wait for this.',
    reopen: 'Open again',
    code: { rest: 'Code OPEN-1', disk: 'Code OPEN-2' },
  },
}

export const useScanWords = (): Wording<typeof zh> => useWords<Wording<typeof zh>>({ zh, en })
