import type { Picture } from '../../../checkpoint-app/device/plate/stretch.ts'

/** How a plate hangs before the lens: degrees, and the share of the guide box that it fills. */
export type Pose = {
  readonly roll: number
  readonly yaw: number
  readonly pitch: number
  readonly fill: number
  /** Off the middle, as shares of the box. */
  readonly aside: readonly [number, number]
}

/** A colour picture in floating point: three numbers a pixel. */
export type Light = { readonly width: number; readonly height: number; readonly rgb: Float32Array }

/** Eye to plate, in widths of the plate. */
const distance = 4

type Matrix = readonly [number, number, number, number, number, number, number, number, number]

/** From the plane of the plate (its middle at 0, its width 1) to the plane of the picture, at the distance. */
function homography({ roll, yaw, pitch }: Pose): Matrix {
  const rad = Math.PI / 180
  const [sr, cr] = [Math.sin(roll * rad), Math.cos(roll * rad)]
  const [sy, cy] = [Math.sin(yaw * rad), Math.cos(yaw * rad)]
  const [sp, cp] = [Math.sin(pitch * rad), Math.cos(pitch * rad)]
  // Turned about the upright axis, then about the level one, then in the picture.
  const x = [cy, 0] as const
  const y = [sy * sp, cp] as const
  const z = [-sy * cp, sp] as const
  return [
    cr * x[0] - sr * y[0], cr * x[1] - sr * y[1], 0,
    sr * x[0] + cr * y[0], sr * x[1] + cr * y[1], 0,
    z[0] / distance, z[1] / distance, 1,
  ] // prettier-ignore
}

function inverse([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h, c * h - b * i, b * f - c * e,
    f * g - d * i, a * i - c * g, c * d - a * f,
    d * h - e * g, b * g - a * h, a * e - b * d,
  ] // prettier-ignore
}

type Room = { readonly width: number; readonly height: number; readonly behind: (x: number, y: number) => number }

/** The plate as the guide box sees it, before the bumper behind it. */
export function photograph(plate: Picture, pose: Pose, { width, height, behind }: Room): Light {
  const [a, b, c, d, e, f, g, h, i] = inverse(homography(pose))
  const rgb = new Float32Array(width * height * 3)
  // Wide plates fill the width of the box, those of two rows its height as well.
  const unit = pose.fill * Math.min(width, (height * plate.width) / plate.height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const u = (x + 0.5 - width / 2) / unit - pose.aside[0]
      const v = (y + 0.5 - height / 2) / unit - pose.aside[1]
      const w = g * u + h * v + i
      const px = ((a * u + b * v + c) / w + 0.5) * plate.width
      const py = ((d * u + e * v + f) / w) * plate.width + plate.height / 2
      const at = 3 * (y * width + x)
      if (px < 0 || py < 0 || px >= plate.width - 1 || py >= plate.height - 1)
        rgb.fill(behind(x / width, y / height), at, at + 3)
      else sample(plate, px, py, unit, rgb, at)
    }
  return { width, height, rgb }
}

/** The mean of the plate's pixels that fall on one of the sensor. */
function sample(
  { width, height, data }: Picture,
  x: number,
  y: number,
  unit: number,
  rgb: Float32Array,
  at: number,
): void {
  const reach = Math.max(0, Math.round(width / unit / 2 - 0.5))
  let count = 0
  for (let j = -reach; j <= reach + 1; j++)
    for (let i = -reach; i <= reach + 1; i++) {
      const sx = Math.min(width - 1, Math.max(0, Math.floor(x) + i))
      const sy = Math.min(height - 1, Math.max(0, Math.floor(y) + j))
      const weight = Math.max(0, reach + 1 - Math.abs(sx - x)) * Math.max(0, reach + 1 - Math.abs(sy - y))
      for (let channel = 0; channel < 3; channel++)
        rgb[at + channel]! += weight * data[4 * (sy * width + sx) + channel]!
      count += weight
    }
  for (let channel = 0; channel < 3; channel++) rgb[at + channel]! /= count || 1
}

/** As a canvas hands it on: whole numbers, four a pixel. */
export function developed({ width, height, rgb }: Light): Picture {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++) {
    data[4 * i] = rgb[3 * i]!
    data[4 * i + 1] = rgb[3 * i + 1]!
    data[4 * i + 2] = rgb[3 * i + 2]!
    data[4 * i + 3] = 255
  }
  return { width, height, data }
}
