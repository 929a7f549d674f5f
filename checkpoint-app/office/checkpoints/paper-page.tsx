import type { ComponentType } from 'react'
import { Empty } from '../../ui/empty.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { PrintButton } from '../print-button.tsx'
import { useCheckpoints, type Checkpoint } from '../use-checkpoints.ts'
import { useOfficeWords } from '../words.ts'

type Given = {
  id: string
  /** Where it is led back to. */
  back: { href: string; words: string }
  hint: string
  /** For a paper that has no heading of its own. */
  heading?: string
  paper: ComponentType<{ checkpoint: Checkpoint }>
}

/** A page of papers of one checkpoint, with what is pressed on the screen and not printed. */
export function PaperPage({ id, back, hint, heading, paper: Paper }: Given) {
  const { sign } = useOfficeWords()
  const list = useCheckpoints()
  return (
    <main className="sign-page">
      <div className="page-actions screen-only">
        {heading !== undefined && <h1 className="only-read">{heading}</h1>}
        <a className="button button-ghost button-compact" href={back.href}>
          {back.words}
        </a>
        <PrintButton primary />
        <p className="quiet">{hint}</p>
      </div>
      <WhenLoaded loaded={list}>
        {({ items }) => {
          const checkpoint = items.find((item) => item.id === id)
          return checkpoint ? <Paper checkpoint={checkpoint} /> : <Empty title={sign.missing} />
        }}
      </WhenLoaded>
    </main>
  )
}
