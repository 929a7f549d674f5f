import type { CodeView } from './draft.ts'

/** The law's hours in a sentence: `{test}` a negative test holds, `{code}` the code itself does. */
export const withHours = (text: string, { testValidity, freightCodeLife }: CodeView['numbers']): string =>
  text.replaceAll('{test}', String(testValidity)).replaceAll('{code}', String(freightCodeLife))
