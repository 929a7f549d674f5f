import { useEffect, useState } from 'react'
import { listenForGun } from '../device/wedge.ts'
import { Button } from '../ui/button.tsx'
import { CameraView } from './camera-view.tsx'
import { useBooth, useDesk, usePhone } from './desk-context.tsx'
import { NumberButton } from './number-entry.tsx'
import { ScanNotice } from './scan-notice.tsx'
import { Parked } from './parked.tsx'
import { markStart } from './timings.ts'
import { useInspectorWords } from './use-words.ts'

/** After this long without a code the typed plate is offered loudly. */
const offerAfterMs = 8_000

export function useScanner(): (text: string) => void {
  const { desk } = useBooth()
  return (text) => {
    markStart('decoded')
    void desk.scan(text)
  }
}

export function ScanScreen({ onTypePlate }: { onTypePlate: () => void }) {
  const words = useInspectorWords()
  const { notice, parked } = useDesk()
  const { counters } = usePhone()
  const scan = useScanner()
  const [waitedLong, setWaitedLong] = useState(false)
  useEffect(() => listenForGun(scan))
  useEffect(() => {
    const timer = setTimeout(() => setWaitedLong(true), offerAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <main className="screen scan">
      <h1 className="only-read">{words.scan}</h1>
      {notice === undefined ? (
        <CameraView found={scan}>{!waitedLong && <Button onClick={onTypePlate}>{words.typePlate}</Button>}</CameraView>
      ) : (
        <ScanNotice notice={notice} onTypePlate={onTypePlate} />
      )}
      <div className="thumb">
        {waitedLong && notice === undefined && (
          <Button kind="primary" wide onClick={onTypePlate}>
            {words.noCode}
          </Button>
        )}
        {notice === undefined && <NumberButton wide onTypePlate={onTypePlate} />}
        <Parked />
        <p className="quiet tally">{words.today(counters.checked, counters.fast, parked.length)}</p>
      </div>
    </main>
  )
}
