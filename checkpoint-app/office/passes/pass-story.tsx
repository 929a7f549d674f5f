import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import { PassState } from './pass-state.tsx'
import type { Whole } from './pass-sheet.tsx'
import { usePassWords } from './words.ts'

/** The passes before and after it, and what was done to it by whom. */
export function PassStory({ whole, onOpen }: { whole: Whole; onOpen: (number: string) => void }) {
  const words = usePassWords()
  const language = useChosenLanguage()
  return (
    <>
      {whole.chain.length > 1 && (
        <section className="stack-tight" aria-label={words.chain}>
          <h3>{words.chain}</h3>
          <ol className="pass-story">
            {whole.chain.map((pass) => (
              <li key={pass.number}>
                {pass.number === whole.pass?.number ? (
                  <strong>{pass.number}</strong>
                ) : (
                  <button type="button" className="pass-link" onClick={() => onOpen(pass.number)}>
                    {pass.number}
                  </button>
                )}{' '}
                <PassState state={pass.state} />
              </li>
            ))}
          </ol>
        </section>
      )}
      <section className="stack-tight" aria-label={words.history}>
        <h3>{words.history}</h3>
        <ol className="pass-story">
          {whole.history.map((event) => (
            <li key={`${event.at} ${event.deed}`}>
              <span className="time">{shortIso(event.at)}</span> <strong>{words.events[event.deed]}</strong>{' '}
              <span className="quiet">{event.by ?? (event.deed === 'applied' ? '' : words.system)}</span>
              {(event.reason ?? event.note) && (
                <span className="pass-why">{[event.reason?.[language], event.note].filter(Boolean).join('：')}</span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
