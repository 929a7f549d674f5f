import type { Looked } from '../device/qr-reader.ts'

/** From a decoded frame (or the tap that confirms the plate) to the screen painted; kept only behind `?measure`. */
type Timing = { readonly from: 'decoded' | 'confirmed'; readonly to: string; readonly ms: number }

declare global {
  interface Window {
    __changxing?: { timings: Timing[]; looks: Looked[] }
  }
}

const isMeasuring = () => new URLSearchParams(location.search).has('measure')

const notes = () => (window.__changxing ??= { timings: [], looks: [] })

export function noteLook(looked: Looked): void {
  if (isMeasuring()) notes().looks.push(looked)
}

export function markStart(from: Timing['from']): void {
  performance.clearMarks('cx-decoded')
  performance.clearMarks('cx-confirmed')
  performance.mark(`cx-${from}`)
}

/** Call when a screen was rendered; the frame after the next has it on the glass. */
export function markPainted(to: string): void {
  const mark = [...performance.getEntriesByName('cx-confirmed'), ...performance.getEntriesByName('cx-decoded')][0]
  if (mark === undefined) return
  performance.clearMarks(mark.name)
  requestAnimationFrame(() => {
    setTimeout(() => {
      const ms = performance.now() - mark.startTime
      if (!isMeasuring()) return
      notes().timings.push({ from: mark.name === 'cx-decoded' ? 'decoded' : 'confirmed', to, ms })
    }, 0)
  })
}
