import { useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { DropPlace } from '../drop-place.tsx'
import { saveTable } from '../ledger/save-table.ts'
import { useOfficeWords } from '../words.ts'
import { readResultFile, templateCsv, type FileProblem, type ResultFile } from './result-file.ts'

type Given = { onChosen: (name: string, file: ResultFile) => void }

function useReading({ onChosen }: Given) {
  const [problem, setProblem] = useState<FileProblem>()
  const read = async (file: File | null | undefined) => {
    if (!file) return
    const bytes = await file.arrayBuffer().catch(() => undefined)
    const result = bytes ? readResultFile(new Uint8Array(bytes), serverNow()) : { problem: 'unreadable' as const }
    if ('problem' in result) setProblem(result.problem)
    else onChosen(file.name, result)
  }
  return { problem, read }
}

/** A file by button or by dropping it. */
export function ChooseFile(given: Given) {
  const { results: words } = useOfficeWords()
  const id = useId()
  const { problem, read } = useReading(given)
  return (
    <section className="stack" aria-label={words.step1}>
      <h2>{words.step1}</h2>
      <DropPlace
        id={id}
        words={words}
        accept=".csv,.txt,text/csv,text/plain"
        invalid={problem !== undefined}
        onFile={(file) => void read(file)}
      />
      {problem && (
        <p className="field-error" role="alert">
          <span aria-hidden="true">■ </span>
          {words.problems[problem]}
        </p>
      )}
      <p id={`${id}-formats`} className="quiet">
        {words.formats}
      </p>
      <p>
        <Button compact onClick={() => saveTable(`${words.templateName}.csv`, templateCsv())}>
          {words.template}
        </Button>
      </p>
    </section>
  )
}
