import { useCallback } from 'react'
import { samplePasses } from '../../../schema/api/passes.ts'
import { showPlate } from '../../../shared/identity/plate.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { useSession } from '../session.tsx'
import { shortIso } from '../times.ts'
import { useLoad } from '../use-load.ts'
import { PassState } from './pass-state.tsx'
import { usePassWords } from './words.ts'

type Given = { open: boolean; onOpen: (number: string) => void; onClose: () => void }

function Drawn({ onOpen }: Pick<Given, 'onOpen'>) {
  const words = usePassWords()
  const { ask } = useSession()
  const loaded = useLoad(useCallback(() => ask(samplePasses, { query: { count: 10 } }), [ask]))
  return (
    <WhenLoaded loaded={loaded}>
      {({ since, issued, items }) =>
        items.length === 0 ? (
          <Empty title={words.sampleNone} />
        ) : (
          <div className="stack">
            <p className="quiet">{words.sampleLead(issued, shortIso(since))}</p>
            <ul className="pass-story">
              {items.map((pass) => (
                <li key={pass.number}>
                  <button type="button" className="pass-link" onClick={() => onOpen(pass.number)}>
                    {pass.number}
                  </button>{' '}
                  <strong className="plate-text">{showPlate(pass.plate)}</strong> <PassState state={pass.state} />
                  <span className="pass-why">{pass.company ?? words.applicants[pass.applicant]}</span>
                </li>
              ))}
            </ul>
            <div className="form-actions">
              <Button compact busy={loaded.busy} onClick={() => void loaded.reload()}>
                {words.sampleAgain}
              </Button>
            </div>
          </div>
        )
      }
    </WhenLoaded>
  )
}

/** 抽查: some passes of the last days drawn by lot (R59). */
export function SampleSheet({ open, onOpen, onClose }: Given) {
  const words = usePassWords()
  return (
    <Sheet open={open} title={words.sampleTitle} onClose={onClose} side>
      {open && <Drawn onOpen={onOpen} />}
    </Sheet>
  )
}
