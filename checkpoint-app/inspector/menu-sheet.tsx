import { useState } from 'react'
import { parseInstant, shortTime } from '../../shared/instant.ts'
import { Button } from '../ui/button.tsx'
import { Choice } from '../ui/choice.tsx'
import { keep, kept } from '../ui/kept.ts'
import { Sheet } from '../ui/sheet.tsx'
import { LanguageSwitch, ThemeSwitch, TypeSizeSwitch } from '../ui/switches.tsx'
import { useBooth, usePhone } from './desk-context.tsx'
import { ExportButton } from './export-button.tsx'
import { appVersion } from './make-envelope.ts'
import { QueueReportButton } from './queue-report-button.tsx'
import { ClosingSwitch, SpeakingSwitch } from './result-settings.tsx'
import { Recents } from './recents.tsx'
import { StorageLines } from './storage-lines.tsx'
import { countOf } from './top-line.tsx'
import { useInspectorWords } from './use-words.ts'
import { WakingSwitch } from './waking-switch.tsx'

/** Recent checks with where their records are, and the settings of this phone. */
export function MenuSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const { phone } = useBooth()
  const state = usePhone()
  return (
    <Sheet open={open} title={words.recents} onClose={onClose}>
      <QueueReportButton />
      <Recents />
      <Button onClick={() => void phone.sync()}>{words.syncNow(countOf(state, 'waiting'))}</Button>
      <h3>{words.settings}</h3>
      <LanguageSwitch />
      <ThemeSwitch />
      <TypeSizeSwitch />
      <SoundSwitch />
      <WakingSwitch />
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
      <StorageLines />
      <dt>{words.edition}</dt>
      <dd>{bundle?.manifest.edition ?? '—'}</dd>
    </dl>
  )
}
