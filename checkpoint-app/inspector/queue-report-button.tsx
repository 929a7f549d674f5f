import { lazy, Suspense, useState } from 'react'
import { Button, type ButtonKind } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { warningIcon } from '../ui/icons.ts'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'

/** Loaded when it is first asked for, and kept for the time without a network like the rest. */
const QueueReportSheet = lazy(async () => ({ default: (await import('./queue-report-sheet.tsx')).QueueReportSheet }))

/** 拥堵上报: a queue that no truck tells of. */
export function QueueReportButton({ kind = 'secondary' }: { kind?: ButtonKind }) {
  const words = useQueueReportWords()
  const [open, setOpen] = useState(false)
  const [wanted, setWanted] = useState(false)
  const show = () => {
    setWanted(true)
    setOpen(true)
  }
  return (
    <>
      <Button kind={kind} wide onClick={show}>
        <Icon of={warningIcon} />
        {words.button}
      </Button>
      {wanted && (
        <Suspense>
          <QueueReportSheet open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
