/** What the scorer of the queue data answers, and how it is printed. */
export type Alerts = {
  crossings: number
  detected: number
  false_alerts: number
  flaps: number
  delay_median_s?: number | null
  delay_max_s?: number | null
  clear_median_s?: number | null
}
export type Row = {
  name: string
  n_err: number
  mae: number
  mape_over10: number | null
  coverage: number | null
  queue_mape: number | null
}
export type Summary = {
  mae: number
  mae_over10: number
  mape_over10: number
  queue_mape: number | null
  alerts: Record<string, Alerts>
}
export type Scorer = {
  scoreScenario: (truth: string, estimates: string) => Row[]
  summary: (rows: readonly Row[]) => Summary
}
export const fixed = (value: number | null | undefined, digits = 1) =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits)

export const table = (rows: readonly (readonly string[])[]) => {
  const [head = [], ...rest] = rows
  return [head, head.map(() => '---'), ...rest].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

export const said = (alerts: Alerts | undefined): string =>
  alerts === undefined
    ? '–'
    : `${alerts.detected}/${alerts.crossings}, ${fixed(alerts.delay_median_s, 0)} / ${fixed(alerts.delay_max_s, 0)}, ` +
      `${alerts.false_alerts}, ${alerts.flaps}, ${fixed(alerts.clear_median_s, 0)}`
