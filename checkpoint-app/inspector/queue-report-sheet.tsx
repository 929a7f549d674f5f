import { useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useQueueReportWords } from '../ui/queue-doubts.tsx'
import { QueueHeard } from '../ui/queue-heard.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { QueueReportForm } from './queue-report-form.tsx'
import { QueueSaidLine } from './queue-said-line.tsx'
import './queue-report.css'

/** 拥堵上报: said, then what came of it. Works without a network; what was said waits on this phone with its time. */
export function QueueReportSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useQueueReportWords()
  const { phone } = useBooth()
  const [said, setSaid] = useState<string>()
  useEffect(() => {
    // Where the booth stands may have been put right since.
    if (open) void phone.shifts.news()
  }, [open, phone])
  const close = () => {
    setSaid(undefined)
    onClose()
  }
  return (
    <Sheet open={open} title={words.button} onClose={close}>
      {said === undefined ? (
        <QueueReportForm onSaid={setSaid} />
      ) : (
        <Said id={said} onAgain={() => setSaid(undefined)} onClose={close} />
      )}
    </Sheet>
  )
}

type Given = { id: string; onAgain: () => void; onClose: () => void }

function Said({ id, onAgain, onClose }: Given) {
  const words = useQueueReportWords()
  const { items, held } = usePhone()
  const item = items.find((one) => one.id === id)
  return (
    <section className="stack">
      <div className="queue-said stack-tight" role="status">
        {item && <QueueSaidLine item={item} />}
        {held.includes(id) && <p>▲ {words.notOnDisk}</p>}
        {item?.state === 'waiting' && <p className="quiet">{words.keptHint}</p>}
        {item?.told?.heard && <QueueHeard heard={item.told.heard} />}
        {item?.problem && (
          <p>
            {item.problem.code} {item.problem.message}
          </p>
        )}
      </div>
      <Button kind="primary" wide onClick={onClose}>
        {words.close}
      </Button>
      <Button wide onClick={onAgain}>
        {words.again}
      </Button>
    </section>
  )
}
