import { useState } from 'react'
import { changePassStanding } from '../../../schema/api/passes.ts'
import { reasonsFor, standingReasons, type StandingDeed } from '../../../shared/passes/reasons.ts'
import { Button } from '../../ui/button.tsx'
import { comeIntoSight } from '../../ui/come-into-sight.ts'
import { useSession } from '../session.tsx'
import { useChosenLanguage } from '../words.ts'
import type { PassLine } from './pass-state.tsx'
import { ReasonForm } from './reason-form.tsx'
import { usePassWords } from './words.ts'

type Given = { pass: PassLine; deeds: readonly StandingDeed[]; onChanged: () => void }
type One = Omit<Given, 'deeds'> & { deed: StandingDeed; onCancel: () => void }

function StandingForm({ pass, deed, onChanged, onCancel }: One) {
  const words = usePassWords()
  const language = useChosenLanguage()
  const { ask } = useSession()
  return (
    <ReasonForm
      says={words.says[deed]}
      submit={words.confirm[deed]}
      options={reasonsFor(deed).map((value) => ({ value, label: standingReasons[value][language] }))}
      send={(reason, note) =>
        ask(changePassStanding, {
          params: { number: pass.number },
          body: {
            deed,
            was: pass.state === 'suspended' ? 'suspended' : 'valid',
            reason,
            ...(note === undefined ? {} : { note }),
          },
        })
      }
      done={words.changed}
      onDone={onChanged}
      onCancel={onCancel}
    />
  )
}

/** 撤销, 暂停, 恢复: what makes sense now and this role may do. */
export function StandingForms({ pass, deeds, onChanged }: Given) {
  const words = usePassWords()
  const [open, setOpen] = useState<StandingDeed>()
  if (deeds.length === 0) return null
  return (
    <section className="stack-tight" aria-label={words.deeds}>
      <h3>{words.deeds}</h3>
      {open === undefined ? (
        <div className="form-actions">
          {deeds.map((deed) => (
            <Button key={deed} compact kind={deed === 'revoke' ? 'danger' : 'secondary'} onClick={() => setOpen(deed)}>
              {words[deed]}
            </Button>
          ))}
        </div>
      ) : (
        <div ref={comeIntoSight} role="group" aria-label={words[open]} tabIndex={-1}>
          <StandingForm pass={pass} deed={open} onChanged={onChanged} onCancel={() => setOpen(undefined)} />
        </div>
      )}
    </section>
  )
}
