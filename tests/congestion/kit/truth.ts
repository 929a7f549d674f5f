import type { Road, Truck } from './road.ts'

/** What was true each half minute; minutes of wait, metres. */
export type Truth = { readonly at: number; readonly wait: number; readonly vehicles: number; readonly metres: number }

/** 拥堵时间: since when the truck that is taken next has stood, as the median of five minutes around. */
export function truthOf({ plan, trucks, queue }: Road): Truth[] {
  const general = trucks.filter(({ isGreen }) => !isGreen || plan.greenLane === undefined)
  const heads = queue.map(({ at }) => headWait(general, at))
  return queue.map(({ at, vehicles, metres }, place) => {
    const around = heads.slice(Math.max(place - 5, 0), place + 6).toSorted((a, b) => a - b)
    return { at, wait: around[around.length >> 1] ?? 0, vehicles, metres }
  })
}

function headWait(trucks: readonly Truck[], at: number): number {
  let head: Truck | undefined
  for (const truck of trucks) {
    if (truck.join > at) break
    if ((truck.start ?? Infinity) <= at || (truck.left ?? Infinity) <= at) continue
    if (head === undefined || (truck.start ?? Infinity) < (head.start ?? Infinity)) head = truck
  }
  return head === undefined ? 0 : (at - head.join) / 60
}
