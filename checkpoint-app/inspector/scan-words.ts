import { useWords } from '../ui/language.tsx'
import type { Wording } from '../ui/wording.ts'

const zh = {
  number: '输入编号',
  readPlate: '扫车牌',
  noCode: '没有有效码：按无码处理，录入车牌',
  seen: '已读到，正在打开…',
  zoom: (times: number) => (times === 1 ? '放大到2倍' : '还原到1倍'),
  lensNow: '正在用',
  lenses: { main: '主镜头', tele: '长焦', macro: '微距', ultra: '超广角（近处不清楚）', front: '前置', depth: '景深' },
  trouble: {
    lost: '摄像头断开了',
    lostDo: '可能被其他应用拿走，或外接摄像头掉线。点「重试」；也可以拍照识别、用扫码枪或录入车牌。',
    paused: '画面暂停',
    pausedDo: '来电或其他应用正在用摄像头，结束后自动恢复；不等的，拍照识别或录入车牌。',
    blank: '摄像头没有画面',
    blankDo: '点「重试」；还是黑的，请完全退出本应用后重新打开，或拍照识别、录入车牌。',
  },
  troubleCode: (code: string) => `错误码 ${code}`,
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
  number: 'Type no.',
  readPlate: 'Read plate',
  noCode: 'No valid code: enter the plate',
  seen: 'Read. Opening…',
  zoom: (times: number) => (times === 1 ? 'Zoom to 2×' : 'Back to 1×'),
  lensNow: 'in use',
  lenses: {
    main: 'Main lens',
    tele: 'Telephoto',
    macro: 'Macro',
    ultra: 'Ultra-wide (not sharp near by)',
    front: 'Front',
    depth: 'Depth',
  },
  trouble: {
    lost: 'The camera was disconnected',
    lostDo:
      'Another app may have taken it, or a cable came loose. Press “Try again”; or read a photo, use a scanner gun or enter the plate.',
    paused: 'The picture is paused',
    pausedDo:
      'A call or another app is using the camera; it comes back by itself. If you cannot wait, read a photo or enter the plate.',
    blank: 'The camera gives no picture',
    blankDo:
      'Press “Try again”; if it stays black, close this app completely and open it again, or read a photo or enter the plate.',
  },
  troubleCode: (code: string) => `Code ${code}`,
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
