import { bundleParts, type PartName } from '../../schema/api/bundle.ts'
import { hour, minute, type Instant } from '../../shared/instant.ts'
import { momentOf, type OpenBundle } from '../device/bundle.ts'
import type { PartsHere } from '../device/bundle-parts.ts'
import { isSkewed } from '../device/clock.ts'
import { Button } from '../ui/button.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { useNow } from '../ui/use-now.ts'
import { useBundleWords } from './bundle-words.ts'
import { useBooth, usePhone } from './desk-context.tsx'
import { inWords } from './how-shown.ts'
import { HeldNote } from './storage-lines.tsx'
import { useInspectorWords } from './use-words.ts'

type Ago = { readonly now: string; readonly minutes: (n: number) => string; readonly hours: (n: number) => string }

export function ago(at: Instant, now: Instant, words: Ago): string {
  const past = now - at
  if (past < minute) return words.now
  return past < hour ? words.minutes(Math.floor(past / minute)) : words.hours(Math.floor(past / hour))
}

/** What the phone may rely on without a network: how old each part is, what went wrong, and what to do. */
export function BundleSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useInspectorWords()
  const mine = useBundleWords()
  const { phone } = useBooth()
  const { bundle, bundleAge, bundleTrouble, bundleUnsaved, keyWithdrawn, clockOffset, clockHeld } = usePhone()
  return (
    <Sheet open={open} title={mine.title} onClose={onClose}>
      <p>{mine.explain[bundleAge]}</p>
      {bundleTrouble !== undefined && (
        <p className={bundleTrouble === 'rolled-back' ? '' : 'quiet'}>
          {bundleTrouble === 'rolled-back' && '▲ '}
          {mine.trouble[bundleTrouble]}
        </p>
      )}
      {keyWithdrawn && <p>▲ {mine.keyWithdrawn}</p>}
      {bundleUnsaved && <p>▲ {mine.unsaved}</p>}
      {isSkewed(clockOffset) && (
        <p>
          ▲ <strong>{words.clockWrong(inWords(Math.abs(clockOffset ?? 0), words.shown))}</strong>　
          {clockHeld && mine.held}
          {words.clockExplain}
        </p>
      )}
      <HeldNote />
      {bundle !== undefined && <PartAges bundle={bundle} />}
      <Button onClick={() => void phone.sync().then(phone.refresh)}>{words.refresh}</Button>
    </Sheet>
  )
}

const inHand: { readonly [Name in PartName]: keyof PartsHere } = {
  keys: 'keys',
  'tag-key': 'tagKey',
  settings: 'settings',
  law: 'law',
  standing: 'standing',
  withdrawn: 'withdrawn',
  'risk-areas': 'riskAreas',
  listed: 'listed',
  whitelist: 'whitelist',
  'prior-releases': 'priorReleases',
  expected: 'expected',
}
const isPart = (name: string): name is PartName => Object.hasOwn(bundleParts, name)

function PartAges({ bundle: { manifest, parts } }: { bundle: OpenBundle }) {
  const mine = useBundleWords()
  const now = useNow()
  return (
    <dl className="about-phone" aria-label={mine.parts}>
      {Object.keys(manifest.parts).map((name) =>
        isPart(name) ? (
          <div key={name} className="part-age">
            <dt>{mine.part[name]}</dt>
            <dd>
              {parts[inHand[name]] === undefined
                ? `▲ ${mine.missing}`
                : ago(momentOf(manifest.asOf?.[name] ?? manifest.madeAt), now, mine.asOf)}
            </dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}
