import { useState } from 'react'
import type { Judgement } from '../device/judge-here.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useBoardWords } from './board-words.ts'
import { useBooth } from './desk-context.tsx'
import { ForeignPassButton } from './foreign-pass.tsx'
import { personName } from './person-name.ts'
import type { Session } from './truck-session.ts'
import { useInspectorWords } from './use-words.ts'

type Given = { session: Session; judgement: Judgement | undefined }

/** What is pressed seldom: two at hand, the rest in a sheet, so that the questions stay in sight. */
export function SessionTools({ session, judgement }: Given) {
  const words = useInspectorWords()
  const board = useBoardWords()
  const { desk } = useBooth()
  const [open, setOpen] = useState(false)
  return (
    <div className="session-edit">
      <Button kind="ghost" onClick={() => desk.send({ type: 'person-added' })}>
        {words.addPerson}
      </Button>
      <Button kind="ghost" onClick={desk.next}>
        {words.setAside}
      </Button>
      <Button kind="ghost" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {board.tools}
      </Button>
      <Sheet open={open} title={board.tools} onClose={() => setOpen(false)}>
        <Tools session={session} judgement={judgement} onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function Tools({ session, judgement, onDone }: Given & { onDone: () => void }) {
  const words = useInspectorWords()
  const board = useBoardWords()
  const { desk } = useBooth()
  const { crew } = session.known
  // With a pass that counts there is none to be recorded.
  const lane = judgement?.facts.pass?.state === 'valid'
  const then = (run: () => void) => () => {
    onDone()
    run()
  }
  return (
    <>
      {crew.map((person, index) => (
        <div key={person.key} className={crew.length > 1 ? 'side-by-side' : ''}>
          <Button wide onClick={then(() => desk.send({ type: 'person-forgotten', person: index }))}>
            {board.retype(personName(person, index, words))}
          </Button>
          {crew.length > 1 && (
            <Button wide onClick={then(() => desk.send({ type: 'person-removed', person: index }))}>
              {words.removePerson(personName(person, index, words))}
            </Button>
          )}
        </div>
      ))}
      <div className="side-by-side">
        <Button wide onClick={then(() => desk.send({ type: 'forgotten', what: 'plate' }))}>
          {words.changePlate}
        </Button>
        <Button wide onClick={then(() => desk.send({ type: 'not-freight' }))}>
          {words.notFreight}
        </Button>
      </div>
      {!lane && <ForeignPassButton label="open" wide />}
    </>
  )
}
