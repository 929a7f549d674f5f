import type { Page } from 'playwright-core'

/** One truck for the fast driver: what the gun reads, or the plate that is typed. */
export type Truck = { plate: string; qr: string }
/** What the screen said, as soon as it said it. */
export type Note =
  | { begun: number }
  | { recorded: string; row: string; code: string; ms: number; writeMs: number }
  | { stuck: string; text: string }

type Answers = readonly (readonly [question: string, button: string])[]
export type Drive = { trucks: readonly Truck[]; from: number; answers: Answers }

/** What is pressed at a booth where everything is in order. */
export const inOrder: Answers = [
  ['车牌与眼前的车一致吗', '与车牌一致'],
  ['测温', '36.5'],
  ['疑似截图', '继续核验'],
  ['核验一证两码', '四项齐全'],
  ['核酸报告是什么时候出的', '记录阴性'],
]

/** Notes come over the debugging line as they are made, so that they outlive the browser. */
export async function hearNotes(page: Page, hear: (note: Note) => void): Promise<void> {
  await page.exposeFunction('driverNotes', (text: string) => hear(JSON.parse(text) as Note))
}

/** Works through trucks as fast as the screens go: keystrokes of a gun, presses on the real buttons. Ends after the last one. */
export const driveFast = (page: Page, drive: Drive): Promise<void> => page.evaluate(drivesFast, drive)

/** Runs in the page. Nothing of the app is called: only what a hand and a gun can do, and what an eye can read. */
async function drivesFast({ trucks, from, answers }: Drive): Promise<void> {
  const tell = (note: unknown) =>
    (globalThis as unknown as { driverNotes: (text: string) => void }).driverNotes(JSON.stringify(note))
  const textOf = (selector: string) => document.querySelector<HTMLElement>(selector)?.innerText ?? ''
  const until = (done: () => boolean, ms: number): Promise<boolean> =>
    new Promise((settle) => {
      const started = performance.now()
      const watch = new MutationObserver(() => check())
      const timer = setInterval(() => check(), 50)
      const check = () => {
        const is = done()
        if (!is && performance.now() - started < ms) return
        watch.disconnect()
        clearInterval(timer)
        settle(is)
      }
      watch.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
      check()
    })
  const press = (label: string): boolean => {
    const pressed =
      'main .session-ask button, main.plate-match button, main.verdict .thumb button, main.scan .notice button'
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(pressed)].filter(({ disabled }) => !disabled)
    const found = buttons.find((button) => button.innerText.includes(label))
    found?.click()
    return found !== undefined
  }
  const shoot = (text: string) => {
    for (const key of [...Array.from(text), 'Enter'])
      document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
  const kept = () => /^(已存|已上传)/.test(textOf('main.verdict .record span'))
  const asked = () => `${textOf('main.plate-match h1')} ${textOf('main .session-ask h2')}`
  const asks = () => answers.find(([question]) => asked().includes(question))

  const misread = () => document.querySelector('main.scan .notice') !== null
  async function oneTruck({ plate, qr }: Truck): Promise<void> {
    const started = performance.now()
    await until(() => document.querySelector('main.scan') !== null, 10_000)
    // On a busy machine a pause falls between two keys, and half a code is read: shot again, as a hand would.
    for (let shots = 0; shots < 5; shots++) {
      shoot(qr)
      await until(() => document.querySelector('main.scan') === null || misread(), 3_000)
      if (document.querySelector('main.scan') === null) break
      if (misread() && press('重新扫码')) await until(() => !misread(), 10_000)
    }
    for (let pressed = 0; pressed < 12; pressed++) {
      await until(() => document.querySelector('main.verdict') !== null || asks() !== undefined, 10_000)
      if (document.querySelector('main.verdict') !== null) break
      const question = asks()
      if (question === undefined || !press(question[1])) return tell({ stuck: plate, text: textOf('main') })
      await until(() => asks() !== question, 10_000)
    }
    const judged = performance.now()
    if (!(await until(kept, 20_000))) return tell({ stuck: plate, text: textOf('main') })
    const [row = '', code = ''] = /码 (\w+)-(\w+)/.exec(textOf('main.verdict .record'))?.slice(1) ?? []
    const now = performance.now()
    tell({ recorded: plate, row, code: `${row}-${code}`, ms: now - started, writeMs: now - judged })
    if (!press('下一辆')) press('先查下一辆')
  }

  for (let n = from; n < trucks.length; n++) {
    tell({ begun: n })
    await oneTruck(trucks[n]!)
  }
}
