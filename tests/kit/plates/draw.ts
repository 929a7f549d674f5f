import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'
import { makes, type Make } from './layout.ts'
import type { PlateType } from './plates.ts'

/** The plates' own face is not free, so three others stand for it, each drawn to the measures of the standard. */
const faces = ['700 90px "Noto Sans CJK SC"', '700 90px "DejaVu Sans Condensed"', '700 90px "DejaVu Sans"']

export type Drawn = { readonly plate: string; readonly type: PlateType; readonly picture: Picture }

/** Plates pressed from tin: drawn by Chromium, which has the Chinese type, 2 pixels a millimetre. */
export async function drawPlates(
  page: Page,
  plates: readonly { plate: string; type: PlateType }[],
  random: () => number,
): Promise<readonly Drawn[]> {
  const orders = plates.map(({ plate, type }) => ({
    plate,
    make: makes[type],
    face: faces[Math.floor(random() * faces.length)] ?? '',
    shade: random(),
  }))
  const urls: string[] = []
  for (let at = 0; at < orders.length; at += 60) urls.push(...(await page.evaluate(drawAll, orders.slice(at, at + 60))))
  return plates.map((each, place) => {
    const { width, height, data } = PNG.sync.read(Buffer.from(urls[place]!.split(',')[1]!, 'base64'))
    return { ...each, picture: { width, height, data } }
  })
}

type Order = { plate: string; make: Make; face: string; shade: number }

/** Runs in the page. */
function drawAll(orders: readonly Order[]): string[] {
  const scale = 2
  const canvasOf = (width: number, height: number) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    return { canvas, context: canvas.getContext('2d')! }
  }
  /** A character cut out at its ink and stretched to its cell; a 1 keeps its slimness. */
  const glyph = (context: CanvasRenderingContext2D, character: string, cell: Make['cells'][number], order: Order) => {
    const one = canvasOf(240, 240)
    one.context.font = /[0-9A-Z]/.test(character) ? order.face : '700 90px "Noto Sans CJK SC"'
    one.context.fillStyle = order.make.ink
    one.context.fillText(character, 60, 160)
    const ink = one.context.measureText(character)
    const [left, top] = [60 - ink.actualBoundingBoxLeft, 160 - ink.actualBoundingBoxAscent]
    const wide = ink.actualBoundingBoxRight + ink.actualBoundingBoxLeft
    const high = ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent
    const width = character === '1' ? cell.width * 0.45 : cell.width
    const x = cell.x + (cell.width - width) / 2
    context.drawImage(one.canvas, left, top, wide, high, x, cell.y, width, cell.height)
  }
  const ground = (context: CanvasRenderingContext2D, { width, height, ground: colours }: Make) => {
    const [first = '', second] = colours
    const [colour = '', share] = first.split('|')
    context.fillStyle = colour
    if (second !== undefined && share === undefined) {
      const fade = context.createLinearGradient(0, 0, 0, height)
      fade.addColorStop(0, colour)
      fade.addColorStop(1, second)
      context.fillStyle = fade
    }
    context.fillRect(0, 0, width, height)
    if (second === undefined || share === undefined) return
    context.fillStyle = second
    context.fillRect(width * Number(share), 0, width, height)
  }
  return orders.map((order) => {
    const { make } = order
    const { canvas, context } = canvasOf(make.width * scale, make.height * scale)
    context.scale(scale, scale)
    ground(context, make)
    context.strokeStyle = make.ink
    context.lineWidth = 2.5
    context.strokeRect(5, 5, make.width - 10, make.height - 10)
    Array.from(order.plate).forEach((character, place) => glyph(context, character, make.cells[place]!, order))
    context.fillStyle = make.ink
    if (make.dot) {
      context.beginPath()
      context.arc(make.dot[0], make.dot[1], 5, 0, 7)
      context.fill()
    }
    // Screws, and light that falls from one side.
    for (const x of [make.width * 0.25, make.width * 0.75])
      for (const y of [9, make.height - 9]) {
        context.fillStyle = order.shade > 0.5 ? '#8b8f94' : '#3b3e42'
        context.beginPath()
        context.arc(x, y, 5, 0, 7)
        context.fill()
      }
    const light = context.createLinearGradient(0, 0, make.width, make.height * (order.shade - 0.5))
    light.addColorStop(0, `rgba(255,255,255,${0.12 * order.shade})`)
    light.addColorStop(1, `rgba(0,0,0,${0.16 * (1 - order.shade)})`)
    context.fillStyle = light
    context.fillRect(0, 0, make.width, make.height)
    return canvas.toDataURL('image/png')
  })
}
