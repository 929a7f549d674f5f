import { rolesEn, rolesZh } from '../../shared/wording/called-roles.ts'
import { lengthWords } from '../../shared/wording/queue-report.ts'
import type { CalledRole } from '../../shared/congestion/roster.ts'
import { useLanguage, useWords } from './language.tsx'
import { useQueueReportWords } from './queue-doubts.tsx'

type Heard = { metres: number | null; incident: string | null; called: readonly CalledRole[] }

/** 按 1,950 米理解 · 已通知：… — what the server made of a report. */
export function QueueHeard({ heard }: { heard: Heard }) {
  const words = useQueueReportWords()
  const roles = useWords({ zh: rolesZh, en: rolesEn })
  const { language } = useLanguage()
  const called = heard.called.map((role) => roles[role]).join(language === 'zh' ? '、' : ', ')
  return (
    <>
      {heard.metres !== null && <p>{words.understood(lengthWords(heard.metres)[language])}</p>}
      <p>{called !== '' ? words.called(called) : heard.incident === null ? words.noIncident : words.calledNone}</p>
    </>
  )
}
