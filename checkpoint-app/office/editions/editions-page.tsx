import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'

export const EditionsPage = ({ address }: { address: Address }) => <Empty title={address.page} />
