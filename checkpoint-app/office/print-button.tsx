import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { printIcon } from '../ui/icons.ts'
import { useOfficeWords } from './words.ts'

/** Prints the page as it stands; `primary` where printing is what the page is for. */
export function PrintButton({ primary = false }: { primary?: boolean }) {
  const { print } = useOfficeWords()
  return (
    <Button kind={primary ? 'primary' : 'secondary'} compact onClick={() => window.print()}>
      <Icon of={printIcon} size={20} />
      {print}
    </Button>
  )
}
