import { Sheet } from '../ui/sheet.tsx'
import { LanguageSwitch, ThemeSwitch, TypeSizeSwitch } from '../ui/switches.tsx'
import { useDriverWords } from './use-words.ts'

export function SettingsSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useDriverWords()
  return (
    <Sheet open={open} title={words.settings} onClose={onClose}>
      <TypeSizeSwitch />
      <LanguageSwitch />
      <ThemeSwitch />
    </Sheet>
  )
}
