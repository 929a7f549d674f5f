import { useState } from 'react'
import { changeStaff } from '../../../schema/api/office.ts'
import type { ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useSession, type Staff } from '../session.tsx'
import { useOfficeWords } from '../words.ts'

/** Disables a person after a second press, or enables again. */
export function SwitchStaff({ staff, onSaved }: { staff: Staff; onSaved: () => void }) {
  const { staff: words, cancel, saved } = useOfficeWords()
  const say = useToast()
  const { ask } = useSession()
  const [sure, setSure] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const turn = async () => {
    const answer = await ask(changeStaff, { params: { id: staff.id }, body: { disabled: !staff.disabled } })
    if (!answer.ok) return setProblem(answer.problem)
    say(saved)
    onSaved()
  }
  if (staff.disabled)
    return (
      <Button compact onClick={() => void turn()}>
        {words.enable}
      </Button>
    )
  return (
    <>
      {sure ? (
        <div className="stack-tight" role="group" aria-label={words.disable}>
          <p>{words.disableSure(staff.name)}</p>
          <div className="form-actions">
            <Button kind="danger" compact onClick={() => void turn()}>
              {words.disable}
            </Button>
            <Button kind="ghost" compact onClick={() => setSure(false)}>
              {cancel}
            </Button>
          </div>
        </div>
      ) : (
        <Button kind="danger" compact onClick={() => setSure(true)}>
          {words.disable}
        </Button>
      )}
      {problem && <ErrorNote problem={problem} />}
    </>
  )
}
