import { useState } from 'react'
import { kinds, type ListKind } from '../../../shared/lists/kinds.ts'
import { addressOf } from '../address.ts'
import { PageHead } from '../ledger/page-head.tsx'
import { useChosenLanguage } from '../words.ts'
import { ChooseFile } from './choose-file.tsx'
import type { ListFile } from './list-file.ts'
import { Outcome } from './outcome.tsx'
import { Preview } from './preview.tsx'
import { useImport } from './use-import.ts'
import { useListWords } from './words.ts'

type Chosen = { name: string; file: ListFile }

function Checked({ list, chosen, onAnother }: { list: ListKind; chosen: Chosen; onAnother: () => void }) {
  const sending = useImport(list, chosen.file)
  const given = { list, file: chosen.file, onAnother }
  return sending.started ? (
    <Outcome {...given} sending={sending} />
  ) : (
    <Preview {...given} name={chosen.name} onConfirm={() => void sending.run()} />
  )
}

/** Choose → check → outcome. Nothing is sent before the second press. */
export function ImportPage({ list }: { list: ListKind }) {
  const words = useListWords()
  const language = useChosenLanguage()
  const [chosen, setChosen] = useState<Chosen>()
  return (
    <>
      <PageHead title={words.importTitle(kinds[list].name[language])} lead={words.bringLead}>
        <a className="button button-compact" href={addressOf('lists', list)}>
          {words.back}
        </a>
      </PageHead>
      {chosen ? (
        <Checked key={chosen.name} list={list} chosen={chosen} onAnother={() => setChosen(undefined)} />
      ) : (
        <ChooseFile list={list} onChosen={(name, file) => setChosen({ name, file })} />
      )}
    </>
  )
}
