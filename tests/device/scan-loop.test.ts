import { afterEach, describe, expect, it, vi } from 'vitest'
import { eachFrame } from '../../checkpoint-app/device/scan-loop.ts'

/** A browser's camera as far as the loop knows it: hands on one picture. */
async function pictureOf(browser: { VideoFrame?: unknown }): Promise<unknown> {
  for (const [name, value] of Object.entries(browser)) vi.stubGlobal(name, value)
  vi.stubGlobal('createImageBitmap', () => Promise.resolve('a copy'))
  const video = { readyState: 4, requestVideoFrameCallback: (draw: () => void) => setTimeout(draw, 0) }
  return new Promise((resolve, reject) => {
    const stop = eachFrame({
      video: video as unknown as HTMLVideoElement,
      see: (frame) => {
        stop()
        resolve(frame)
        return Promise.resolve()
      },
      broken: reject,
    })
  })
}

describe('a picture of the live camera', () => {
  afterEach(() => void vi.unstubAllGlobals())

  it('is handed on as the frame it is, without a copy', async () => {
    class VideoFrame {
      readonly format = 'NV12'
    }
    expect(await pictureOf({ VideoFrame })).toBeInstanceOf(VideoFrame)
  })

  it('is copied where the browser is too old for frames', async () => {
    expect(await pictureOf({})).toBe('a copy')
  })

  it('is copied where the browser gives no frame of this video', async () => {
    const VideoFrame = function () {
      throw new DOMException('no frame', 'InvalidStateError')
    }
    expect(await pictureOf({ VideoFrame })).toBe('a copy')
  })
})
