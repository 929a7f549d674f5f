import { fileName } from '../ledger/save-file.ts'

/** 货车司机白名单_20220516-1005.xlsx */
export const bookName = (name: string): string => fileName(name).replace(/\.csv$/, '.xlsx')

/** Hands a workbook to the browser's downloads. */
export function saveBook(name: string, book: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(book)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
