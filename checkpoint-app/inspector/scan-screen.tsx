import { useEffect, useState } from 'react'
import { listenForGun } from '../device/wedge.ts'
import { Button, Tool } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { keyboardIcon, numberIcon, plateIcon } from '../ui/icons.ts'
import { CameraView } from './camera-view.tsx'
import { useBooth, useDeskSoon } from './desk-context.tsx'
import { openRest, scanSoon, type Rest } from './opening.ts'
import { useScanWords } from './scan-words.ts'
import { ThumbBefore } from './thumb-before.tsx'
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

const scanAtDesk = scanSoon(() =>
  openRest().then(
    ({ booth }) =>
      (text) =>
        void booth.desk.scan(text),
  ),
)

/** How a plate without a code is to be found out. */
export type PlateWay = 'keys' | 'camera'

type Given = { rest: Rest | undefined; parked: number; onPlate: (way: PlateWay) => void }

/** The camera, and the ways on without a code. Stands before the rest of the app does, and stays as that comes. */
export function ScanScreen({ rest, parked, onPlate }: Given) {
  const onTypePlate = () => onPlate('keys')
  const words = useInspectorWords()
  const notice = useDeskSoon()?.notice
  const [seen, setSeen] = useState(false)
  const scan = (text: string) => {
    markStart('decoded')
    setSeen(true)
    scanAtDesk(text)
  }
  useEffect(() => listenForGun(scan))
  return (
    <main className="screen scan">
      <h1 className="only-read">{words.scan}</h1>
      {rest === undefined || notice === undefined ? (
        <CameraView found={scan} seen={seen && rest === undefined}>
          <NumberTool rest={rest} onTypePlate={onTypePlate} />
        </CameraView>
      ) : (
        <rest.ScanNotice notice={notice} onTypePlate={onTypePlate} />
      )}
      <div className="thumb">
        {notice === undefined && <NoCode onPlate={onPlate} />}
        {rest === undefined ? <ThumbBefore parked={parked} /> : <rest.ScanThumb />}
      </div>
    </main>
  )
}

function NumberTool({ rest, onTypePlate }: { rest: Rest | undefined; onTypePlate: () => void }) {
  const { number } = useScanWords()
  const [wanted, setWanted] = useState(false)
  if (rest === undefined) return <Tool of={numberIcon} word={number} onClick={() => setWanted(true)} />
  return <rest.NumberButton label={number} startOpen={wanted} onTypePlate={onTypePlate} />
}

/** Two buttons in one place: typing is quiet at first, loud once no code came. */
function NoCode({ onPlate }: Pick<Given, 'onPlate'>) {
  const { typePlate } = useInspectorWords()
  const { noCode, readPlate } = useScanWords()
  const [waitedLong, setWaitedLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setWaitedLong(true), offerAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="no-code">
      <Button onClick={() => onPlate('camera')}>
        <Icon of={plateIcon} />
        {readPlate}
      </Button>
      <Button kind={waitedLong ? 'primary' : 'secondary'} onClick={() => onPlate('keys')}>
        <Icon of={keyboardIcon} />
        {waitedLong ? noCode : typePlate}
      </Button>
    </div>
  )
}
