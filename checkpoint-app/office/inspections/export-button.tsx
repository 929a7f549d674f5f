import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { wordsOfProblem } from '../../ui/error-note.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useUiWords } from '../../ui/use-ui-words.ts'
import { fileName, saveTable } from '../ledger/save-table.ts'
import { useSession } from '../session.tsx'
import { useChosenLanguage, useOfficeWords } from '../words.ts'
import { inspectionsCsv, mostExported } from './export.ts'
import type { Filters } from './filters.ts'
import { headlineOf } from './headline.ts'
import { collectFrom } from './use-inspections.ts'

/** The whole filtered list as a file, not only what is shown. */
export function ExportButton({ filters }: { filters: Filters }) {
  const words = useOfficeWords()
  const uiWords = useUiWords()
  const language = useChosenLanguage()
  const { ask } = useSession()
  const say = useToast()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const answer = await collectFrom(ask, filters, { wanted: mostExported, mostPages: 500, pageSize: 200 })
    setBusy(false)
    if (!answer.ok) return say(wordsOfProblem(answer.problem, uiWords).what)
    const { items, next } = answer.value
    const headline = (row: string) => headlineOf(row, language)
    const rows = items.slice(0, mostExported)
    const { yes, no, inspections } = words
    saveTable(
      fileName(inspections.exportName),
      inspectionsCsv(rows, { headings: inspections.exportHeadings, yes, no, headline }),
    )
    say(next ? inspections.exportFull(rows.length) : inspections.exported(rows.length))
  }
  return (
    <Button compact busy={busy} onClick={() => void save()}>
      {words.exportFile}
    </Button>
  )
}
