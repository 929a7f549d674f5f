import { Buffer } from 'node:buffer'

type Picture = { width?: number; height?: number; exif?: boolean; bytes?: number }

/** The head of a JPEG of this size, an empty scan, and filling up to `bytes`: nobody looks at what is in it. */
export function jpeg({ width = 640, height = 480, exif = false, bytes = 0 }: Picture = {}): Uint8Array {
  const two = (value: number) => [value >> 8, value & 0xff]
  const app1 = exif ? [0xff, 0xe1, ...two(8), 0x45, 0x78, 0x69, 0x66, 0, 0] : []
  const app0 = [0xff, 0xe0, ...two(7), 0x4a, 0x46, 0x49, 0x46, 0]
  const frame = [0xff, 0xc0, ...two(11), 8, ...two(height), ...two(width), 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, ...two(8), 1, 1, 0, 0, 63, 0]
  const head = [0xff, 0xd8, ...app0, ...app1, ...frame, ...scan]
  const filling = Array.from<number>({ length: Math.max(4, bytes - head.length - 2) }).fill(0x55)
  return Uint8Array.from([...head, ...filling, 0xff, 0xd9])
}

export const jpegText = (picture: Picture = {}): string => Buffer.from(jpeg(picture)).toString('base64url')
