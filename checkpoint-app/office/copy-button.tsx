import { Button } from '../ui/button.tsx'
import { useToast } from '../ui/toast.tsx'
import { useOfficeWords } from './words.ts'
import { Icon } from '../ui/icon.tsx'
import { copyIcon } from '../ui/icons.ts'

/** Copies a text; where the browser has no clipboard (a page without TLS) it says so, and the text can be selected. */
export function CopyButton({ label, text }: { label: string; text: string }) {
  const { copied, copyByHand } = useOfficeWords()
  const say = useToast()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      say(copied)
    } catch {
      say(copyByHand)
    }
  }
  return (
    <Button compact onClick={() => void copy()}>
      <Icon of={copyIcon} size={20} />
      {label}
    </Button>
  )
}
