import { exportOutbox } from '../device/outbox.ts'
import { Button } from '../ui/button.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { useInspectorWords } from './use-words.ts'

/** Everything that has not reached the server, as a file to hand over. */
export function ExportButton() {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const { items, terminal } = usePhone()
  const save = () => {
    const text = exportOutbox(items, terminal?.id ?? '', phone.clock.now())
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
    const link = document.createElement('a')
    link.href = address
    link.download = 'changxing-outbox.json'
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  }
  return <Button onClick={save}>{words.exportOutbox}</Button>
}
