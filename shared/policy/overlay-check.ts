/** One overlay file from beginning to end: read, made an edition, proved or refuted, with the settings that make it stricter. */
import { parseInspection } from '../facts-json.ts'
import { settled, type Edition } from './edition.ts'
import { stricterBelow } from './overlay-compare.ts'
import { overlayEdition } from './overlay-edition.ts'
import { proveNoStricter, type Counterexample, type Proof } from './overlay-proof.ts'
import { settingNames, type SettingName, type Settings } from './overlay-settings.ts'
import { stricterUpstream } from './overlay-upstream.ts'
import { parseOverlay, superiorOf, type Overlay } from './overlay.ts'

export type Checked = {
  readonly overlay: Overlay
  readonly above: Edition
  readonly below: Edition
  readonly proof: Proof
}

const isSetting = (name: string): name is SettingName => settingNames.includes(name)

function changed(overlay: Overlay, keep: (name: SettingName) => boolean): Overlay {
  const parameters: Settings = Object.fromEntries(
    Object.entries(overlay.parameters).filter(([name]) => isSetting(name) && keep(name)),
  )
  return { ...overlay, parameters }
}

/**
 * The settings without which this truck would be judged as the superior judges it or milder; where no single one of them is to
 * blame, all of them.
 */
export function blamedFor(found: Counterexample, { overlay, above }: Checked): readonly SettingName[] {
  const set = Object.keys(overlay.parameters).filter(isSetting)
  const { facts, now } = parseInspection(found.facts)
  const editionOf = (keep: (name: SettingName) => boolean) => settled(overlayEdition(changed(overlay, keep), above))
  const blamed = set.filter((name) => {
    if (found.factsAbove === undefined)
      return (
        stricterBelow(facts, now, { above: settled(above), below: editionOf((kept) => kept !== name) }).why ===
        undefined
      )
    const alone = stricterUpstream({ above, below: editionOf((kept) => kept === name), now })
    return alone.some((one) => JSON.stringify(one.facts) === JSON.stringify(facts))
  })
  return blamed.length > 0 ? blamed : set
}

/**
 * Held against the superior it names, or against the edition given: that of the place at the moment, with what was published.
 * @throws Fault bad-input, OV-01 … OV-08
 */
export function checkOverlay(json: unknown, superior?: string | Edition): Checked {
  const overlay = parseOverlay(json)
  const named = superior ?? overlay.superior
  const above = typeof named === 'string' ? superiorOf(named) : named
  const below = overlayEdition(overlay, above)
  return { overlay, above, below, proof: proveNoStricter(above, below) }
}
