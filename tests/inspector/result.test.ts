import { describe, expect, test } from 'vitest'
import { tones, vibrations, type Signal } from '../../checkpoint-app/device/sound.ts'
import { closesByItself } from '../../checkpoint-app/inspector/closes-by-itself.ts'
import { isInterim } from '../../checkpoint-app/inspector/desk-state.ts'
import { verdictSignal, verdictTone } from '../../checkpoint-app/inspector/verdict-tone.ts'
import { rowsByGravity } from '../../shared/policy/verdict.ts'

const closing = rowsByGravity.filter((row) => closesByItself({ row, modifiers: [] }))

describe('a verdict that closes by itself', () => {
  test('is a plain release', () => expect(closing.toSorted()).toEqual(['V10', 'V12', 'V4', 'V5', 'V8']))

  test.each(closing)('%s: nothing is left to do, it is green, and it sounds like a release', (row) => {
    expect([isInterim(row), verdictTone[row], verdictSignal(row)]).toEqual([false, 'go', 'release'])
  })

  test('not with a credential in doubt: that one is photographed', () =>
    expect(closesByItself({ row: 'V8', modifiers: ['M7'] })).toBe(false))
})

describe('a truck of the head', () => {
  test('waits until he has settled it', () =>
    expect([isInterim('V15'), isInterim('V15', {}), isInterim('V15', { settled: 'other-driver' })]).toEqual([
      true,
      true,
      false,
    ]))
})

describe('without looking', () => {
  const signals = Object.keys(tones) as Signal[]
  /** Beats and pauses, in tenths of a second: what is told apart in noise, where the pitch is not. */
  const rhythm = (signal: Signal) =>
    tones[signal].map(({ from, seconds }) => `${from.toFixed(1)}+${seconds.toFixed(1)}`).join(' ')

  test('each signal has a rhythm of its own', () => {
    expect(new Set(signals.map(rhythm)).size).toBe(signals.length)
  })

  test('each signal feels different', () => {
    expect(new Set(signals.map((signal) => vibrations[signal].join())).size).toBe(signals.length)
  })

  test('one short is a release, two are to do, one long is a hold', () => {
    const felt = (signal: Signal) => vibrations[signal].filter((_, index) => index % 2 === 0)
    expect([felt('release').length, felt('to-do').length, felt('hold').length]).toEqual([1, 2, 1])
    expect(felt('hold')[0]).toBeGreaterThan(5 * (felt('release')[0] ?? 0))
  })
})
