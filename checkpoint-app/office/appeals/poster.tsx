import { posterAddress, type Place } from '../../../shared/appeals/places.ts'
import { useAppealWords } from '../../driver/use-appeal-words.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { PaperNumbers } from '../paper-numbers.tsx'
import { addressOf } from '../address.ts'
import { useCheckpoints } from '../use-checkpoints.ts'
import { useAppealOfficeWords } from './words.ts'
import { PrintButton } from '../print-button.tsx'

/** One A4 page: Chinese large, English small; the driver reads Chinese whatever language the office has. */
export function Poster({ place }: { place: Place }) {
  const { poster: words } = useAppealOfficeWords()
  const { places } = useAppealWords()
  const checkpoints = useCheckpoints().value?.items ?? []
  const known = checkpoints.find(({ id }) => place.kind === 'checkpoint' && id === place.name)
  const name = known?.name ?? place.name
  return (
    <div className="sign-page appeal-poster">
      <div className="page-actions screen-only">
        <a className="button button-ghost button-compact" href={addressOf('appeals', undefined, { poster: 'new' })}>
          {words.back}
        </a>
        <PrintButton primary />
        <p className="quiet">{words.printHint}</p>
      </div>
      <article className="sign-paper">
        <header>
          <h1>{words.title}</h1>
          <p lang="en">{words.english}</p>
          <p className="sign-name">{name}</p>
          <p>{places[place.kind]}</p>
        </header>
        <div className="sign-code">
          <QrCode text={posterAddress(location.origin, place)} label={words.codeLabel(name)} />
        </div>
        <p className="sign-do">{words.scan}</p>
        <p>{words.line}</p>
        <ol className="poster-steps">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p lang="en" className="small">
          {words.englishLine}
        </p>
        <footer>
          <span>{words.basis}</span>
          <strong>{words.hotline}</strong>
          <PaperNumbers />
        </footer>
      </article>
    </div>
  )
}
