import type { Page } from 'playwright-core'
import { startPhone } from '../../journeys/kit/browser.ts'
import { filmFolder } from '../../journeys/kit/camera.ts'
import { registerByApi } from '../../journeys/kit/driver-by-api.ts'
import { enrolByLink, nextTruck, press, verdict } from '../../journeys/kit/inspector.ts'
import { officeByApi } from '../../journeys/kit/office-by-api.ts'
import { zhang } from '../../journeys/kit/people.ts'
import { filmPlate } from '../../journeys/kit/plate-film.ts'
import { startServer } from '../../journeys/kit/server.ts'
import { dark } from '../../kit/plates/weather.ts'
import type { Line } from '../measure.ts'

const scenes = [
  { plate: '豫AX0005', type: 'blue', name: 'blue' },
  { plate: '豫HX0016', type: 'yellow-two-rows', width: 680, name: 'yellow, two rows' },
  {
    plate: '豫AD12345',
    type: 'green',
    spoil: (light: Parameters<typeof dark>[0], random: () => number) => dark(light, 0.3, random),
    name: 'green at night',
  },
] as const
const turns = 6

declare global {
  /** Milliseconds from a picture taken out of the video to the plate that it, and the one before it, said. */
  var plateTimes: { first: number; last: number; taken?: number }
}

/** Real Chromium with a fake camera: the picture that shows the plate → the plate is taken. A second picture must agree. */
export async function benchPlateFilm(): Promise<Line[]> {
  const films = filmFolder()
  const server = await startServer({ CHANGXING_LOG: 'problems' })
  const office = await officeByApi(server)
  for (const { plate } of scenes) await registerByApi(server, { plate, from: '410105', to: '410811', person: zhang })
  let phone = await startPhone()
  const lines: Line[] = []
  try {
    await enrolByLink(phone.page, await office.enrolmentLink('inspector'))
    for (const { name, ...scene } of scenes) {
      const camera = await filmPlate(phone.page, films.path(scene.plate), scene)
      await phone.close()
      phone = await startPhone({ profile: phone.profile, camera })
      await phone.page.addInitScript(watchPictures)
      await phone.page.goto(`${server.origin}/checkpoint/?measure`)
      const whole: number[] = []
      for (let turn = 0; turn <= turns; turn++) {
        const ms = await oneTruck(phone.page)
        // The first starts the engine.
        if (turn > 0) whole.push(ms)
      }
      lines.push({ name: `camera picture → plate taken, ${name} (two pictures)`, ours: whole, count: 1 })
    }
    return lines
  } finally {
    await phone.forget()
    await server.remove()
    films.remove()
  }
}

async function oneTruck(page: Page): Promise<number> {
  await page.evaluate(() => void (globalThis.plateTimes = { first: 0, last: 0 }))
  await press(page, '扫车牌')
  await verdict(page)
  const { first, taken } = await page.evaluate(() => globalThis.plateTimes)
  await nextTruck(page)
  if (taken === undefined || first === 0) throw new Error('the plate was not taken from two pictures')
  return taken - first
}

/** Notes when a picture of the guide box was taken, and when the plate was handed on. */
function watchPictures(): void {
  globalThis.plateTimes = { first: 0, last: 0 }
  const take = globalThis.createImageBitmap
  const note = performance.mark.bind(performance)
  Object.assign(globalThis, {
    createImageBitmap: (...given: Parameters<typeof take>) => {
      // The reader of codes takes the whole picture, the reader of plates its guide box.
      if (given.length > 2) {
        globalThis.plateTimes.first = globalThis.plateTimes.last
        globalThis.plateTimes.last = performance.now()
      }
      return take(...given)
    },
  })
  performance.mark = (name, options) => {
    const mark = note(name, options)
    if (name === 'cx-decoded') globalThis.plateTimes.taken = mark.startTime
    return mark
  }
}
