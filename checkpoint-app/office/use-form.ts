import { useState } from 'react'
import type { ApiProblem, Called } from '../ui/api.ts'
import { isSignInNeeded } from './session.tsx'

/** By field; what has none is right. */
export type Errors = Readonly<Record<string, string | undefined>>
type Given<Form, Value> = {
  start: Form
  /** Errors found before asking the server. */
  check: (form: Form) => Errors
  send: (form: Form) => Promise<Called<Value>>
  done: (value: Value) => void
}

/** The field that a refusal names (`body.login`, `login`), if it is one of this form's. */
function fieldOf(form: object, problem: ApiProblem): string | undefined {
  const path = problem.kind === 'refused' ? problem.path?.split('.').at(-1) : undefined
  return path !== undefined && path in form ? path : undefined
}

/** One form: values, errors beside their fields, and one sending at a time. */
export function useForm<Form extends object, Value>({ start, check, send, done }: Given<Form, Value>) {
  const [form, setForm] = useState(start)
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Form>) => {
    setForm((before) => ({ ...before, ...change }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(name in change))))
  }
  const fail = (problem: ApiProblem) => {
    const field = fieldOf(form, problem)
    if (field && problem.kind === 'refused') setErrors({ [field]: problem.message })
    else if (!isSignInNeeded(problem)) setProblem(problem)
  }
  const submit = async () => {
    const found = check(form)
    setErrors(found)
    setProblem(undefined)
    if (Object.values(found).some(Boolean)) return
    setBusy(true)
    const answer = await send(form)
    setBusy(false)
    if (answer.ok) done(answer.value)
    else fail(answer.problem)
  }
  return { form, set, errors, problem, busy, submit }
}
