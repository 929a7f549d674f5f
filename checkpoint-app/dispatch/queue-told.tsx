import { lazy, Suspense, useState } from 'react'
import { useStaff } from '../office/session.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { warningIcon } from '../ui/icons.ts'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'
import { Sheet } from '../ui/sheet.tsx'

const QueueToldForm = lazy(async () => ({ default: (await import('./queue-told-form.tsx')).QueueToldForm }))

/** 拥堵上报 by the dispatcher whom somebody called, or by the head; R opens it. */
export function QueueTold({ checkpoint }: { checkpoint: string }) {
  const words = useQueueReportWords()
  const { role } = useStaff()
  const [open, setOpen] = useState(false)
  if (role !== 'dispatcher' && role !== 'head') return null
  return (
    <div>
      <Button compact data-key="report" onClick={() => setOpen(true)}>
        <Icon of={warningIcon} />
        {words.button}
      </Button>
      <Sheet open={open} title={words.button} onClose={() => setOpen(false)}>
        <Suspense>
          {open && <QueueToldForm checkpoint={checkpoint} head={role === 'head'} onClose={() => setOpen(false)} />}
        </Suspense>
      </Sheet>
    </div>
  )
}
