import type { Paper } from '../ports/paper.ts'

/** The printing room; it is furnished when the first paper is asked for. */
export function createPaper(): Paper {
  return {
    pass: async (pass) => (await import('./pass-pdf.ts')).passPdf(pass),
    codeSlip: async (code) => (await import('./code-pdf.ts')).codeSlipPdf(code),
    codeSheet: async (code) => (await import('./code-pdf.ts')).codeSheetPdf(code),
  }
}
