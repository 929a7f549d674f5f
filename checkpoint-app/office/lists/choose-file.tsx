import { useId, useState } from 'react'
import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { Button } from '../../ui/button.tsx'
import { serverNow } from '../../ui/server-clock.ts'
import { DropPlace } from '../drop-place.tsx'
import { useListWords } from './words.ts'
import { readListFile, templateOf, type FileProblem, type ListFile } from './list-file.ts'
import { saveBook } from './save-book.ts'

type Given = { list: ListKind; onChosen: (name: string, file: ListFile) => void }

function useReading({ list, onChosen }: Given) {
  const [problem, setProblem] = useState<FileProblem>()
  const [busy, setBusy] = useState(false)
  const read = async (file: File | null | undefined) => {
    if (!file) return
    setBusy(true)
    const bytes = await file.arrayBuffer().catch(() => undefined)
    const result = bytes
      ? await readListFile(list, new Uint8Array(bytes), serverNow())
      : { problem: 'unreadable' as const }
    setBusy(false)
    if ('problem' in result) setProblem(result.problem)
    else onChosen(file.name, result)
  }
  return { problem, busy, read }
}

/** A workbook or CSV by button or by dropping it; the template beside it. */
export function ChooseFile(given: Given) {
  const words = useListWords()
  const id = useId()
  const { problem, busy, read } = useReading(given)
  const { zh } = kinds[given.list].name
  return (
    <section className="stack" aria-label={words.step1}>
      <h2>{words.step1}</h2>
      <DropPlace
        id={id}
        words={words}
        accept=".xlsx,.csv,.txt"
        invalid={problem !== undefined}
        onFile={(file) => void read(file)}
      />
      {busy && <p role="status">{words.reading}</p>}
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
        <Button compact onClick={() => void templateOf(given.list).then((book) => saveBook(`${zh}_模板.xlsx`, book))}>
          {words.template}
        </Button>
      </p>
    </section>
  )
}
