import { afterEach, describe, expect, it, vi } from 'vitest'
import { canRun } from '../../../checkpoint-app/device/plate/engine.ts'

describe('whether this browser can read plates at all is asked before anything is loaded', () => {
  afterEach(() => {
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  const aCanvas = () => vi.stubGlobal('OffscreenCanvas', () => undefined)

  it('it can with SIMD and a canvas in the worker', () => {
    aCanvas()
    expect(canRun()).toBe(true)
  })

  it('it cannot without SIMD', () => {
    aCanvas()
    vi.spyOn(WebAssembly, 'validate').mockReturnValue(false)
    expect(canRun()).toBe(false)
  })

  it('it cannot without WebAssembly', () => {
    aCanvas()
    vi.stubGlobal('WebAssembly', undefined)
    expect(canRun()).toBe(false)
  })

  it('it cannot without a canvas there', () => expect(canRun()).toBe(false))
})
