import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useBooth } from './desk-context.tsx'
import { useInspectorWords } from './use-words.ts'

/** Everything that has not reached the server, as a file to hand over. */
export function ExportButton() {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const save = async () =>
    saveFile(new Blob([await phone.exported()], { type: 'application/json' }), 'changxing-outbox.json')
  return <Button onClick={() => void save()}>{words.exportOutbox}</Button>
}
