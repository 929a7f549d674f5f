import { Button } from '../ui/button.tsx'
import { useScanWords } from './scan-words.ts'

export type Missing = 'rest' | 'disk'

/** The first visit broke off before the app was whole, or the browser keeps nothing. Once it was whole it opens without a network. */
export function NotLoaded({ missing }: { missing: Missing }) {
  const { notLoaded: words } = useScanWords()
  return (
    <main className="screen" role="alert">
      <h1>{words[missing]}</h1>
      <p>{words[`${missing}Do`]}</p>
      <Button kind="primary" wide onClick={() => location.reload()}>
        {words.reopen}
      </Button>
      <p className="quiet">{words.code[missing]}</p>
    </main>
  )
}
