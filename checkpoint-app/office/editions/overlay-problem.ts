import type { ApiProblem } from '../../ui/api.ts'
import type { Language } from '../../ui/language.tsx'

/** What is wrong with a file of settings is told in both languages at once, for the command line; here one of them is enough. */
export function inOneLanguage(problem: ApiProblem, language: Language): ApiProblem {
  if (!('message' in problem) || !problem.code.startsWith('OV-')) return problem
  const [zh = problem.message, ...en] = problem.message.split(' / ')
  return { ...problem, message: language === 'zh' || en.length === 0 ? zh : en.join(' / ') }
}
