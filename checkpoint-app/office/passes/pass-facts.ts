import { passFlags } from '../../../shared/passes/checks.ts'
import { departments } from '../../../shared/passes/departments.ts'
import { cargoNames } from '../../../shared/wording/cargo.ts'
import type { Fact } from '../ledger/facts.tsx'
import { shortIso } from '../times.ts'
import { useChosenLanguage } from '../words.ts'
import type { Whole } from './pass-sheet.tsx'
import { useRoute } from './tables.tsx'
import { usePassWords } from './words.ts'

const given = (facts: readonly (Fact | null)[]): readonly Fact[] => facts.filter((fact) => fact !== null)

export function usePassFacts({ pass, trip }: Whole): readonly Fact[] {
  const words = usePassWords()
  const language = useChosenLanguage()
  const route = useRoute()
  if (pass === null) return []
  return given([
    { label: words.number, value: pass.number },
    { label: words.route, value: route(pass) },
    { label: words.cargo, value: cargoNames[pass.cargo][language] },
    { label: words.issuedAt, value: shortIso(pass.issuedAt) },
    { label: words.validTo, value: shortIso(pass.validTo) },
    pass.reason && { label: words.reason, value: pass.reason[language] },
    trip === null ? null : { label: words.trip, value: trip },
  ])
}

export function useApplicationFacts({ pass, application, trip }: Whole): readonly Fact[] {
  const words = usePassWords()
  const language = useChosenLanguage()
  const route = useRoute()
  if (application === null) return []
  const { company, companyCode, contact, phone, cargoName, declined, flags } = application
  const checks = flags.length === 0 ? words.noFlags : flags.map((flag) => passFlags[flag][language]).join('；')
  const crew = application.crew.map(({ name, idTail }) => (idTail === null ? name : `${name}（${idTail}）`)).join('、')
  return given([
    { label: words.checks, value: checks, tone: flags.length === 0 ? 'go' : 'care' },
    { label: words.applicant, value: words.applicants[application.applicant] },
    company === null ? null : { label: words.company, value: company },
    companyCode === null ? null : { label: words.code, value: companyCode },
    contact === null ? null : { label: words.contact, value: contact },
    phone === null ? null : { label: words.phone, value: phone },
    crew === '' ? null : { label: words.crew, value: crew },
    pass === null ? { label: words.route, value: route(application) } : null,
    pass === null ? { label: words.cargo, value: cargoNames[application.cargo][language] } : null,
    cargoName === null ? null : { label: words.cargoName, value: cargoName },
    { label: words.department, value: departments[application.department][language] },
    { label: words.committed, value: words.committedAt(shortIso(application.committedAt)) },
    pass === null && trip !== null ? { label: words.trip, value: trip } : null,
    declined && { label: words.declinedWhy, value: [declined[language], declined.note].filter(Boolean).join('：') },
  ])
}
