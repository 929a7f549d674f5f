/**
 * Whether a note seems to hold a telephone or document number: eleven digits or more, whatever stands between them. A note is
 * about the road, not about people; names it cannot find.
 */
export const looksPersonal = (text: string): boolean => /(?:\d[\s-]?){10,}[\dXx]/.test(text.normalize('NFKC'))
