import type { Page } from 'playwright-core'
import { PNG } from 'pngjs'
import { chance } from '../../bench/qr/picture.ts'
import { developed, photograph, type Light } from '../../kit/plates/camera.ts'
import { drawPlates } from '../../kit/plates/draw.ts'
import type { PlateType } from '../../kit/plates/plates.ts'

const size = { width: 1200, height: 900 }

/** A photo with a plate in its middle, as the system's camera takes it, chosen on the plate screen. */
export async function choosePlatePhoto(
  page: Page,
  plate: string,
  type: PlateType,
  spoil: (light: Light) => Light = (light) => light,
): Promise<void> {
  const [drawn] = await drawPlates(page, [{ plate, type }], chance(11))
  const pose = { roll: 1, yaw: 4, pitch: 3, fill: 0.75, aside: [0, 0] as const }
  const { data } = developed(spoil(photograph(drawn!.picture, pose, { ...size, behind: () => 80 })))
  const picture = Object.assign(new PNG(size), { data: Buffer.from(data.buffer) })
  const buffer = PNG.sync.write(picture)
  await page.locator('.plate-eye input[type=file]').setInputFiles({ name: 'plate.png', mimeType: 'image/png', buffer })
}

/** A streak of mud across part of the picture. */
export const streak =
  (left: number, width: number) =>
  (light: Light): Light => {
    const rgb = light.rgb.slice()
    for (let y = 340; y < 560; y++)
      for (let x = left; x < left + width; x++) rgb.set([98, 78, 56], 3 * (y * light.width + x))
    return { ...light, rgb }
  }
