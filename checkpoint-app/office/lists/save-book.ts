import { saveFile } from '../../ui/save-file.ts'
import { fileName } from '../ledger/save-table.ts'

/** 货车司机白名单_20220516-1005.xlsx */
export const bookName = (name: string): string => fileName(name).replace(/\.csv$/, '.xlsx')

export const saveBook = (name: string, book: Blob): void => saveFile(book, name)
