import type { Listing } from '../../shared/facts.ts'
import { Ask } from './ask.tsx'
import { useBundleWords } from './bundle-words.ts'
import { useBooth } from './desk-context.tsx'

/** A hit of the bundle's list may be a namesake: the head holds the ID card against the person before it is a fact. */
export function AskListed({ person, listed, who }: { person: number; listed: Listing; who: string }) {
  const { listed: words } = useBundleWords()
  const { desk } = useBooth()
  const say = (same: boolean) => () => desk.send({ type: 'listed-checked', person, same })
  return (
    <Ask
      title={words.title(who)}
      hint={listed === 'positive' ? words.text.positive : words.text.red}
      options={[
        { label: words.other, pick: say(false) },
        { label: words.same, kind: 'danger', pick: say(true) },
      ]}
    />
  )
}
