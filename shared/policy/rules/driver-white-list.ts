import type { Modifier } from '../rule.ts'
import type { Cited, Row } from '../verdict.ts'

const weighsCodes: ReadonlySet<Row> = new Set(['V10', 'V11', 'V12', 'V13', 'V14'])

const codesWereWeighed = ({ row, ground }: Cited): boolean => weighsCodes.has(row) || ground === 'refused-test'

/** Said where the list made a yellow count as green while the codes were weighed, whether or not the row came out the same. */
export const driverWhiteList: Modifier = {
  id: 'driver-white-list',
  modifier: 'M2',
  clauses: ['henan-notice-13#6'],
  inForce: { from: '2022-04-23T00:00:00+08:00' },
  applies: ({ people }, { findings }) =>
    people.some(({ index, codes }) => {
      const finding = findings[index]
      return codes.whitelisted && finding !== null && finding !== undefined && codesWereWeighed(finding)
    }),
}
