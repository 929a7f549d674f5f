import { Shape } from '../ui/state-mark.tsx'
import type { AppealView } from './use-appeals.ts'
import { useAppealWords } from './use-appeal-words.ts'

type Paths = AppealView['checks']

/** The ways out that a machine can check: met ✔, not yet or unknown ◇, in words too. */
export function Conditions({ paths }: { paths: Paths }) {
  const words = useAppealWords()
  if (paths.length === 0) return <p>{words.byPerson}</p>
  return (
    <div className="stack-tight">
      <p>{words.anyOf}</p>
      {paths.map(({ way, conditions }) => (
        <section key={way} className="appeal-path">
          <h3>{words.paths[way] ?? way}</h3>
          <ul>
            {conditions.map(({ id, met }) => (
              <li key={id}>
                <Shape tone={met === true ? 'go' : 'void'} size={18} />
                <span>
                  {words.conditions[id]}
                  <span className="quiet">（{met === null ? words.unknown : met ? words.met : words.unmet}）</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
