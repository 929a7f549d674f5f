import { photoFault, photoLimits } from '../../shared/leads/jpeg.ts'

/** The longer side within `most`, in whole pixels; never made larger. */
export function sizeWithin(width: number, height: number, most: number): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Sides and qualities in the order in which they are tried: what is small enough first is taken. */
const attempts = [photoLimits.pixels, 1024, 800, 640].flatMap((side) =>
  [0.8, 0.65, 0.5].map((quality) => ({ side, quality })),
)

/** Drawn anew, so that nothing but the picture is left of it; undefined = not a picture this phone can read. */
export async function shrinkPhoto(file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  try {
    for (const attempt of attempts) {
      const bytes = await drawn(picture, attempt)
      if (bytes !== undefined && photoFault(bytes) === undefined) return bytes
    }
    return undefined
  } finally {
    picture.close()
  }
}

async function drawn(picture: ImageBitmap, { side, quality }: (typeof attempts)[number]) {
  const canvas = document.createElement('canvas')
  Object.assign(canvas, sizeWithin(picture.width, picture.height, side))
  const pen = canvas.getContext('2d')
  if (pen === null) return undefined
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  return blob === null ? undefined : new Uint8Array(await blob.arrayBuffer())
}
