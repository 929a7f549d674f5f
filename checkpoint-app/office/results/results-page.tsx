import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PageHead } from '../ledger/page-head.tsx'
import { useOfficeWords } from '../words.ts'
import { ChooseFile } from './choose-file.tsx'
import { OneResult } from './one-result.tsx'
import { useOneWords } from './one-words.ts'
import { Outcome } from './outcome.tsx'
import { Preview } from './preview.tsx'
import type { ResultFile } from './result-file.ts'
import { useSending } from './use-sending.ts'

type Chosen = { name: string; file: ResultFile }

function Checked({ chosen, onAnother }: { chosen: Chosen; onAnother: () => void }) {
  const sending = useSending(chosen.file)
  return sending.started ? (
    <Outcome sending={sending} file={chosen.file} onAnother={onAnother} />
  ) : (
    <Preview name={chosen.name} file={chosen.file} onConfirm={sending.start} onAnother={onAnother} />
  )
}

/** 核酸结果导入: choose → check → outcome, nothing sent before the second press; or one result by hand. */
export function ResultsPage() {
  const { results: words, pages } = useOfficeWords()
  const { one } = useOneWords()
  const [chosen, setChosen] = useState<Chosen>()
  const [typing, setTyping] = useState(false)
  return (
    <>
      <PageHead title={pages.results} lead={words.lead}>
        <Button compact onClick={() => setTyping(true)}>
          {one}
        </Button>
      </PageHead>
      {chosen ? (
        <Checked chosen={chosen} onAnother={() => setChosen(undefined)} />
      ) : (
        <ChooseFile onChosen={(name, file) => setChosen({ name, file })} />
      )}
      <OneResult open={typing} onClose={() => setTyping(false)} />
    </>
  )
}
