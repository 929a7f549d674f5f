import { useState } from 'react'
import { codePdf, passPdf } from '../../schema/api/paper.ts'
import { callFile, driverAuth, type ApiProblem, type Called } from '../ui/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { saveFile } from '../ui/save-file.ts'
import { useOnline } from '../ui/use-online.ts'
import type { KeptTrip } from './stored.ts'
import { useDriverWords } from './use-words.ts'

/** The pass as a file, to keep and to print elsewhere. */
export function PassPdfButton({ kept, number }: { kept: KeptTrip; number: string }) {
  const { pdf } = useDriverWords()
  const fetchIt = () => callFile(passPdf, sentBy(kept))
  return <PdfButtons files={[{ label: pdf.pass, name: pdf.passFile(number), fetchIt }]} />
}

/** The freight code for paper as a file: a sheet, or a slip for the printer of a service area. */
export function CodePdfButtons({ kept }: { kept: KeptTrip }) {
  const { pdf } = useDriverWords()
  const name = pdf.codeFile(kept.trip.number.replace(/\D/g, ''))
  const ask = (size: 'a4' | 'slip') => () => callFile(codePdf, { ...sentBy(kept), query: { size } })
  return (
    <PdfButtons
      files={[
        { label: pdf.code, name, fetchIt: ask('a4') },
        { label: pdf.slip, name, fetchIt: ask('slip') },
      ]}
    />
  )
}

const sentBy = ({ trip: { id }, key }: KeptTrip) => ({ params: { id }, auth: driverAuth(key) })

export type File = { label: string; name: string; fetchIt: () => Promise<Called<Blob>> }

/** Files made by the server, each kept by a press. */
export function PdfButtons({ files }: { files: readonly File[] }) {
  const { pdf } = useDriverWords()
  const online = useOnline()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<ApiProblem>()
  const take = async ({ label, name, fetchIt }: File) => {
    setBusy(label)
    setProblem(undefined)
    const answer = await fetchIt()
    setBusy(undefined)
    if (answer.ok) saveFile(answer.value, name)
    else setProblem(answer.problem)
  }
  return (
    <div className="stack-tight on-screen">
      <div className={files.length > 1 ? 'side-by-side' : undefined}>
        {files.map((file) => (
          <Button
            key={file.label}
            wide
            busy={busy === file.label}
            disabled={!online || busy !== undefined}
            onClick={() => void take(file)}
          >
            {busy === file.label ? pdf.making : file.label}
          </Button>
        ))}
      </div>
      {!online && <p className="quiet small">{pdf.offline}</p>}
      {problem && <ErrorNote problem={problem} />}
    </div>
  )
}
