import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBooth } from './desk-context.tsx'
import { useInspectorWords } from './use-words.ts'

/** Small on purpose, and asked twice: it calls the head. */
export function RefuseButton({ person }: { person: number }) {
  const words = useInspectorWords()
  const { desk } = useBooth()
  const [asked, setAsked] = useState(false)
  const refuse = () => {
    setAsked(false)
    desk.send({ type: 'answered', person, answers: { refuses: true } })
  }
  return (
    <>
      <Button kind="ghost" className="refuse" onClick={() => setAsked(true)}>
        {words.refuses}
      </Button>
      <Sheet open={asked} title={words.refusesTitle} onClose={() => setAsked(false)}>
        <p>{words.refusesText}</p>
        <Button kind="danger" wide onClick={refuse}>
          {words.refusesYes}
        </Button>
        <Button wide onClick={() => setAsked(false)}>
          {words.cancel}
        </Button>
      </Sheet>
    </>
  )
}
