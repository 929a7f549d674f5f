import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'

export const AppealsPage = ({ address }: { address: Address }) => <Empty title={address.page} />
