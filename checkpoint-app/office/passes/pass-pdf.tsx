import { useState } from 'react'
import { officePassPdf } from '../../../schema/api/paper.ts'
import { callFile, staffAuth, type ApiProblem } from '../../ui/api.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { usePassWords } from './words.ts'

/** The pass as its holder has it, to print for whoever comes to the counter without a phone. */
export function PassPdf({ number }: { number: string }) {
  const words = usePassWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const take = async () => {
    setBusy(true)
    const answer = await callFile(officePassPdf, { params: { number }, auth: staffAuth })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) saveFile(answer.value, `${words.printFile}-${number}.pdf`)
  }
  return (
    <>
      <Button compact busy={busy} onClick={() => void take()}>
        {words.print}
      </Button>
      {problem && <ErrorNote problem={problem} />}
    </>
  )
}
