import { useState } from 'react'
import { sayLeft } from '../../schema/api/trips.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { call, driverAuth } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { wordsOfProblem } from '../ui/error-note.tsx'
import { serverNow } from '../ui/server-clock.ts'
import { Sheet } from '../ui/sheet.tsx'
import { useToast } from '../ui/toast.tsx'
import { useUiWords } from '../ui/use-ui-words.ts'
import { useDriver } from './driver-state.tsx'
import { withTrip, type KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'

const time = (text: string): string => shortTime(parseInstant(text)!)

/** 「我已离焦」: for who is in the city as far as is known here; what he said before stands in its place. */
export function LeftButton({ kept }: { kept: KeptTrip }) {
  const { leaving: words } = useDriverWords()
  const [asking, setAsking] = useState(false)
  const { busy, say } = useSayLeft(kept, () => setAsking(false))
  const inside = kept.code.crew.some((member) => member.inside !== null)
  const said = kept.code.crew.map(({ leaving }) => leaving).find((leaving) => leaving !== null)
  if (said) return <p className="card on-screen left-said">{words.said(time(said.saidAt), time(said.countsFrom))}</p>
  if (!inside) return null
  return (
    <div className="on-screen">
      <Button wide onClick={() => setAsking(true)}>
        {words.button}
      </Button>
      <Sheet
        open={asking}
        title={words.sure}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="primary" wide busy={busy} onClick={() => void say()}>
              {words.yes}
            </Button>
            <Button wide onClick={() => setAsking(false)}>
              {words.no}
            </Button>
          </>
        }
      >
        <p>{words.line(kept.code.numbers.selfReportedLeavingWait)}</p>
      </Sheet>
    </div>
  )
}

function useSayLeft(kept: KeptTrip, done: () => void) {
  const { change } = useDriver()
  const toast = useToast()
  const ui = useUiWords()
  const [busy, setBusy] = useState(false)
  const say = async () => {
    setBusy(true)
    const answer = await call(sayLeft, { params: { id: kept.trip.id }, body: {}, auth: driverAuth(kept.key) })
    setBusy(false)
    if (!answer.ok) return toast(wordsOfProblem(answer.problem, ui).what)
    const { code } = answer.value
    change((state) => withTrip(state, { ...kept, code, seenAt: serverNow() }))
    done()
  }
  return { busy, say }
}
