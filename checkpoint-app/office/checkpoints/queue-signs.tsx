import { useCallback } from 'react'
import { getSite } from '../../../schema/api/sites.ts'
import { signLink } from '../../queue/sign.ts'
import { Empty } from '../../ui/empty.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { addressOf } from '../address.ts'
import { WhenLoaded } from '../ledger/when-loaded.tsx'
import { PaperPage } from './paper-page.tsx'
import { PaperNumbers } from '../paper-numbers.tsx'
import { useSession } from '../session.tsx'
import type { Checkpoint } from '../use-checkpoints.ts'
import { useLoad } from '../use-load.ts'
import type { Road } from './road.ts'
import { useRoadWords } from './road-words.ts'
import './road.css'

function Paper({ checkpoint, sign }: { checkpoint: Checkpoint; sign: Road['signs'][number] }) {
  const { paper: words } = useRoadWords()
  const { id, name, fictional } = checkpoint
  const { number, metres, stake } = sign
  return (
    <article className="sign-paper road-sign">
      <header>
        <h2>{words.title}</h2>
        <p className="sign-name">{name}</p>
      </header>
      <div className="sign-code">
        <QrCode text={signLink(location.origin, id, number)} label={words.codeLabel(name, number)} />
      </div>
      <p className="sign-do">{words.scan}</p>
      <p>{words.why}</p>
      <p className="sign-distance">{words.distance(metres)}</p>
      <footer>
        <span className="code">{words.number(id, number, stake)}</span>
        <strong>{words.hotline}</strong>
        <PaperNumbers />
      </footer>
      {fictional && <p className="sign-demo">{words.demo}</p>}
    </article>
  )
}

function Papers({ checkpoint }: { checkpoint: Checkpoint }) {
  const { paper: words } = useRoadWords()
  const { ask } = useSession()
  const { id } = checkpoint
  const loaded = useLoad(useCallback(() => ask(getSite, { params: { id } }), [ask, id]))
  return (
    <WhenLoaded loaded={loaded}>
      {({ signs }) =>
        signs.length === 0 ? (
          <Empty title={words.none} />
        ) : (
          signs.map((sign) => <Paper key={sign.number} checkpoint={checkpoint} sign={sign} />)
        )
      }
    </WhenLoaded>
  )
}

/** The check-in signs of a checkpoint, an A4 page each, to print and put up beside the road. */
export function QueueSigns({ id }: { id: string }) {
  const { paper: words, printSigns } = useRoadWords()
  return (
    <PaperPage
      id={id}
      back={{ href: addressOf('checkpoints', undefined, { road: id }), words: words.back }}
      hint={words.printHint}
      heading={printSigns}
      paper={Papers}
    />
  )
}
