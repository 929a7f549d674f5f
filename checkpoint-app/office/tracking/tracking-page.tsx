import { Empty } from '../../ui/empty.tsx'
import type { Address } from '../address.ts'

export const TrackingPage = ({ address }: { address: Address }) => <Empty title={address.page} />
