import { Check } from '../ui/check.tsx'
import { PlateKeyboard } from '../ui/plate-keyboard.tsx'
import type { PageProps } from './form-screen.tsx'
import { More } from './more.tsx'
import { useDriverWords } from './use-words.ts'

export function PageVehicle({ draft, edit, note, left }: PageProps) {
  const { form } = useDriverWords()
  return (
    <>
      <PlateKeyboard
        label={form.plate}
        value={draft.plate}
        onChange={(plate) => edit({ plate })}
        onLeave={() => left('plate')}
        hint={form.plateHint}
        {...note('plate')}
      />
      <More open={draft.trailer !== '' || draft.throughTrain}>
        <PlateKeyboard
          label={form.trailer}
          optional
          value={draft.trailer}
          onChange={(trailer) => edit({ trailer })}
          onLeave={() => left('trailer')}
          {...note('trailer')}
        />
        <Check
          label={form.throughTrain}
          checked={draft.throughTrain}
          onChange={(throughTrain) => edit({ throughTrain })}
        />
      </More>
    </>
  )
}
