import { QrCode } from '../../ui/qr-code.tsx'
import { addressOf } from '../address.ts'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useOfficeWords } from '../words.ts'
import { PaperPage } from './paper-page.tsx'
import { PaperNumbers } from '../paper-numbers.tsx'

/** What the code opens: the driver's registration with this checkpoint chosen. */
export const signLink = (origin: string, id: string): string => `${origin}/driver/#at=${encodeURIComponent(id)}`

function Paper({ checkpoint: { id, name, road, fictional } }: { checkpoint: Checkpoint }) {
  const { sign: words } = useOfficeWords()
  return (
    <article className="sign-paper">
      <header>
        <h1>{words.title}</h1>
        <p className="sign-name">{name}</p>
        <p>{road}</p>
      </header>
      <div className="sign-code">
        <QrCode text={signLink(location.origin, id)} label={words.codeLabel(name)} />
      </div>
      <p className="sign-do">{words.scan}</p>
      <p>{words.what}</p>
      <p>{words.no}</p>
      <footer>
        <span className="code">{words.id(id)}</span>
        <strong>{words.hotline}</strong>
        <PaperNumbers />
      </footer>
      {fictional && <p className="sign-demo">{words.demo}</p>}
    </article>
  )
}

/** 卡口码: one A4 page to print and put up at the checkpoint. */
export function CheckpointSign({ id }: { id: string }) {
  const { sign: words } = useOfficeWords()
  return (
    <PaperPage
      id={id}
      back={{ href: addressOf('checkpoints'), words: words.back }}
      hint={words.printHint}
      paper={Paper}
    />
  )
}
