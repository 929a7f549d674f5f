import type { Words } from './words.zh.ts'

export const en: Words = {
  page: 'Pass check',
  checking: 'Checking…',
  other: '中文',
  demo: 'Demonstration: all data are made up',
  states: {
    valid: { title: 'Valid', line: 'Compare plate and route: one truck, one pass, one route.' },
    expired: { title: 'Expired', line: 'The truck is checked and released as usual; a new pass can be had.' },
    revoked: { title: 'Revoked', line: 'The truck is checked and released as usual; a new pass can be had.' },
    suspended: { title: 'Suspended', line: 'No fast lane until it is restored; checked and released as usual.' },
    'not-yet': { title: 'Not valid yet', line: 'Look at the dates.' },
    unreadable: {
      title: 'Not readable',
      line: 'The code is incomplete. Scan all of it again, or call 12328 with the number.',
    },
    'not-ours': {
      title: 'Not of this system',
      line: 'The seal does not match, or another place issued it. Passes of other provinces count too: ask who issued it.',
    },
    freight: { title: 'This is a freight code', line: 'Show it at the checkpoint, where it is scanned.' },
    unchecked: {
      title: 'State not known',
      line: 'The seal is good and the time not over, but whether it was revoked could not be looked up. Try again soon.',
    },
    offline: {
      title: 'No network',
      line: 'The server cannot be reached, so nothing was checked. Try again with a network.',
    },
    none: {
      title: 'Check a pass',
      line: 'Scan the code on the pass marked for any phone, and this page shows the answer.',
    },
  },
  again: 'Try again',
  number: 'Number',
  plate: 'Plate',
  route: 'Route',
  cargo: 'Goods',
  period: 'Valid',
  issuer: 'Issued in',
  to: 'to',
  checkedAt: (at) => `Checked ${at}`,
  help: 'Help: 12328',
  private: 'No personal data is shown or kept; what the code says is not sent to the server.',
}
