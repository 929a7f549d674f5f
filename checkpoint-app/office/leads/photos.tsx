import { useState } from 'react'
import { readEvidence } from '../../../schema/api/leads.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNote } from '../../ui/error-note.tsx'
import type { ApiProblem } from '../../ui/api.ts'
import { may } from '../pages.ts'
import { useSession, useStaff } from '../session.tsx'
import { shortIso } from '../times.ts'
import type { Whole } from './lead-sheet.tsx'
import { useLeadWords } from './words.ts'

/** base64url as an address that an image takes. */
const addressOfJpeg = (jpeg: string) => `data:image/jpeg;base64,${jpeg.replaceAll('-', '+').replaceAll('_', '/')}`

/** Photographs, each loaded only when it is asked for: that is what the log tells of. */
export function Photos({ lead, photos }: Pick<Whole, 'lead' | 'photos'>) {
  const words = useLeadWords()
  const { role } = useStaff()
  if (lead.photos === 0) return null
  return (
    <section className="stack-tight screen-only" aria-label={words.photos}>
      <h3>{words.photos}</h3>
      {may(role, 'seeEvidence') ? (
        <>
          <p className="quiet">{words.photoLead}</p>
          {photos.map((photo) => (
            <OnePhoto key={photo.id} lead={lead.id} photo={photo} />
          ))}
        </>
      ) : (
        <p className="quiet">
          {words.photoCount(lead.photos)}　{words.photoOther}
        </p>
      )}
    </section>
  )
}

function OnePhoto({ lead, photo }: { lead: string; photo: Whole['photos'][number] }) {
  const words = useLeadWords()
  const { ask } = useSession()
  const [jpeg, setJpeg] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const show = async () => {
    setBusy(true)
    const answer = await ask(readEvidence, { params: { id: lead, photo: photo.id } })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setJpeg(answer.value.jpeg)
  }
  if (jpeg === undefined)
    return (
      <>
        {problem && <ErrorNote problem={problem} />}
        <Button compact busy={busy} onClick={() => void show()}>
          {words.photoShow(shortIso(photo.takenAt))}
        </Button>
      </>
    )
  return (
    <figure className="lead-photo">
      <img src={addressOfJpeg(jpeg)} alt={words.photoAlt} />
      <figcaption className="quiet">
        {shortIso(photo.takenAt)}　{words.photoUntil(shortIso(photo.until))}
      </figcaption>
      <Button compact kind="ghost" onClick={() => setJpeg(undefined)}>
        {words.photoHide}
      </Button>
    </figure>
  )
}
