import { useId, useState, type DragEvent } from 'react'
import { Button } from '../../ui/button.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { saveFile } from '../ledger/save-file.ts'
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
  const [over, setOver] = useState(false)
  const { problem, read } = useReading(given)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void read(event.dataTransfer.files[0])
  }
  return (
    <section className="stack" aria-label={words.step1}>
      <h2>{words.step1}</h2>
      <div
        className={over ? 'drop is-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          className="only-read"
          accept=".csv,.txt,text/csv,text/plain"
          aria-invalid={problem !== undefined}
          aria-describedby={`${id}-formats`}
          onChange={(event) => {
            void read(event.currentTarget.files?.[0])
            event.currentTarget.value = ''
          }}
        />
        <label htmlFor={id} className="button button-primary">
          {words.choose}
        </label>
        <p className="quiet">{words.drop}</p>
      </div>
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
        <Button compact onClick={() => saveFile(`${words.templateName}.csv`, templateCsv())}>
          {words.template}
        </Button>
      </p>
    </section>
  )
}
