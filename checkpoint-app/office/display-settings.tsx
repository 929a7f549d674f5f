import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { LanguageSwitch, ThemeSwitch, TypeSizeSwitch } from '../ui/switches.tsx'
import { useOfficeWords } from './words.ts'

export function DisplaySettings() {
  const words = useOfficeWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="ghost" compact onClick={() => setOpen(true)}>
        {words.settings}
      </Button>
      {createPortal(
        <Sheet open={open} title={words.settings} onClose={() => setOpen(false)} side>
          <LanguageSwitch />
          <ThemeSwitch />
          <TypeSizeSwitch />
        </Sheet>,
        document.body,
      )}
    </>
  )
}
