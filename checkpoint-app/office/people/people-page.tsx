import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'

export const PeoplePage = ({ address }: { address: Address }) => <Empty title={address.page} />
