import type { Deps } from '../deps.ts'
import { everyLane, waitingByLane } from '../store/notice-lanes.ts'

/** Prometheus text: of each line that was ever used or missed, whether it is dead, and how many notices wait. */
export async function channelGauges({ db }: Pick<Deps, 'db'>): Promise<string[]> {
  const [lanes, waiting] = await Promise.all([db.all(everyLane()), db.all(waitingByLane())])
  return [
    '# TYPE changxing_channel_dead gauge',
    ...lanes.map(({ lane, dead_since: dead }) => `changxing_channel_dead{channel="${lane}"} ${dead === null ? 0 : 1}`),
    '# TYPE changxing_notices_waiting gauge',
    ...waiting.map(({ lane, n }) => `changxing_notices_waiting{channel="${lane}"} ${n}`),
  ]
}
