import * as z from 'zod/mini'
import { text, uuid } from './common.ts'
import { endpoint } from './endpoint.ts'
import type { Endpoint } from './endpoint.ts'

/** Paper 纸质 as PDF: equally valid as what is on a screen. Sources: henan-16#8, jiaozuo-20#8. */

const file = 'application/pdf'
const tripId = z.strictObject({ id: uuid })

export const codeSizes = ['a4', 'slip'] as const

export const passPdf = endpoint({
  name: 'passPdf',
  method: 'GET',
  path: '/api/trips/:id/pass.pdf',
  summary: "The trip's pass on A4 in the national form. 501 where the server prints nothing: print from the page.",
  callers: ['driver'],
  status: 200,
  params: tripId,
  file,
  answer: z.never(),
})

export const codePdf = endpoint({
  name: 'codePdf',
  method: 'GET',
  path: '/api/trips/:id/code.pdf',
  summary: 'The freight code of this moment for paper: A4, or a slip of 80 mm.',
  callers: ['driver'],
  status: 200,
  params: tripId,
  query: z.strictObject({ size: z.exactOptional(z.enum(codeSizes)) }),
  file,
  answer: z.never(),
})

export const officePassPdf = endpoint({
  name: 'officePassPdf',
  method: 'GET',
  path: '/api/passes/:number/pass.pdf',
  summary: 'Any pass on A4, names masked as on the one its holder has.',
  callers: ['pass-officer', 'supervisor', 'command'],
  status: 200,
  params: z.strictObject({ number: z.string().check(z.regex(/^\d{12}$/)) }),
  file,
  answer: z.never(),
})

export const companyPassPdf = endpoint({
  name: 'companyPassPdf',
  method: 'POST',
  path: '/api/passes/applications/:id/pass.pdf',
  summary: 'The pass that came of an application on A4, for whoever holds the key of the application.',
  callers: ['anyone'],
  status: 200,
  params: z.strictObject({ id: uuid }),
  body: z.strictObject({ key: text(20, 64) }),
  file,
  answer: z.never(),
})

export const paperApi = [passPdf, codePdf, officePassPdf, companyPassPdf] as const satisfies readonly Endpoint[]
