/** A stake 桩号 beside the road, `K44+950`, as metres along it: 44950. undefined = no stake. */
export function parseStake(text: string): number | undefined {
  const [, km, metres] = /^K(\d{1,4})\+(\d{1,3})$/.exec(text) ?? []
  return km === undefined || metres === undefined ? undefined : Number(km) * 1000 + Number(metres)
}

/** 44950 → K44+950; where no road begins so early, the empty text. */
export const stakeText = (metres: number): string =>
  metres < 0 ? '' : `K${Math.floor(metres / 1000)}+${String(Math.round(metres) % 1000).padStart(3, '0')}`
