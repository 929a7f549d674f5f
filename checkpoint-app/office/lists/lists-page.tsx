import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'

export const ListsPage = ({ address }: { address: Address }) => <Empty title={address.page} />
