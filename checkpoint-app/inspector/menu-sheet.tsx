import { useState } from 'react'
import { showPlate } from '../../shared/identity/plate.ts'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { headlines } from '../../shared/wording/headlines.ts'
import type { QueueLine } from '../device/store.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { keep, kept } from '../ui/kept.ts'
import { useLanguage } from '../ui/language.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { LanguageSwitch, ThemeSwitch, TypeSizeSwitch } from '../ui/switches.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { ExportButton } from './export-button.tsx'
import { isRow } from './is-row.ts'
import { appVersion } from './make-envelope.ts'
import { shiftLine, useShiftWords } from './shift-words.ts'
import { usePhotoWords } from './photo-words.ts'
import { ClosingSwitch, SpeakingSwitch } from './result-settings.tsx'
import { stateWord } from './record-state.tsx'
import { countOf } from './top-line.tsx'
import { useInspectorWords } from './use-words.ts'

/** Recent checks with where their records are, and the settings of this phone. */
export function MenuSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const state = usePhone()
  return (
    <Sheet open={open} title={words.recents} onClose={onClose}>
      <Recents items={state.items} />
      <Button onClick={() => void phone.sync()}>{words.syncNow(countOf(state, 'waiting'))}</Button>
      <h3>{words.settings}</h3>
      <LanguageSwitch />
      <ThemeSwitch />
      <TypeSizeSwitch />
      <SoundSwitch />
      <SpeakingSwitch />
      <ClosingSwitch />
      <AboutPhone />
      <ExportButton />
      <p className="quiet small">
        {words.aboutText} {appVersion}
      </p>
    </Sheet>
  )
}

function Recents({ items }: { items: readonly QueueLine[] }) {
  const words = useInspectorWords()
  const photo = usePhotoWords()
  const shift = useShiftWords()
  const { language } = useLanguage()
  if (items.length === 0) return <p className="quiet">{words.recentsNone}</p>
  return (
    <ul className="recents" aria-label={words.recents}>
      {items.map((item) => (
        <li key={item.id}>
          <p>
            <strong>{showPlate(item.summary.plate)}</strong> <span className="quiet">{shortTime(item.at)}</span>
          </p>
          <p>
            {item.kind === 'registration' && words.registrationRow}
            {item.kind === 'photo' && photo.line}
            {item.kind === 'shift' && shiftLine(shift, item.summary.outcome)}
            {item.kind === 'inspection' && isRow(item.summary.row) && headlines[item.summary.row][language]}{' '}
            <span className="quiet">{item.summary.code}</span>
          </p>
          <p className={item.state === 'refused' ? 'recent-refused' : 'quiet'}>
            {item.state === 'refused' && '▲ '}
            {stateWord(item, words)}
            {item.problem && ` ${item.problem.code} ${item.problem.message}`}
            {item.answer?.agrees === false && ` ▲ ${words.disagrees}`}
          </p>
        </li>
      ))}
    </ul>
  )
}

function SoundSwitch() {
  const words = useInspectorWords()
  const [on, setOn] = useState(kept('sound') !== false)
  const options = [
    { value: 'on', label: words.soundOn },
    { value: 'off', label: words.soundOff },
  ] as const
  const choose = (value: 'on' | 'off') => {
    keep('sound', value === 'on' ? undefined : false)
    setOn(value === 'on')
  }
  return <Choice legend={words.sound} options={options} value={on ? 'on' : 'off'} onChange={choose} columns={2} />
}

function AboutPhone() {
  const words = useInspectorWords()
  const { terminal, bundle } = usePhone()
  const made = bundle && parseInstant(bundle.manifest.madeAt)
  return (
    <dl className="about-phone" aria-label={words.phoneTitle}>
      <dt>{words.inspector}</dt>
      <dd>{terminal?.inspector.name}</dd>
      <dt>{words.checkpoint}</dt>
      <dd>
        {terminal?.checkpoint.name} {words.lane(terminal?.lane ?? 0)}
      </dd>
      <dt>{words.bundleMade}</dt>
      <dd>{made === undefined ? words.bundleNone : shortTime(made)}</dd>
      <dt>{words.edition}</dt>
      <dd>{bundle?.manifest.edition ?? '—'}</dd>
    </dl>
  )
}
