import type { NumbersWords } from './words.ts'

export const en: NumbersWords = {
  lead: 'Article 16: the emergency freight line and the line for complaints are published. One proposes, another approves; then each public page and paper shows it at once.',
  propose: 'Propose a number',
  inForce: 'In force',
  none: 'not published yet',
  kind: 'Which number',
  number: 'Telephone number',
  numberHint:
    'A mobile, a number with its area code (0391-1234567), a 400 number or a short one; empty = no longer published',
  numberForm: 'No telephone number',
  reason: 'Basis or reason',
  reasonHint: 'Goes into the log',
  send: 'Propose; another approves',
  proposed: 'Proposed; another has to approve it',
  takenBack: 'no longer published',
  state: { waiting: 'Waiting', 'in-force': 'In force', past: 'Replaced', declined: 'Declined' },
  heads: { kind: 'Line', number: 'Number', state: 'State', by: 'Proposed', decided: 'Decided' },
  open: (name) => `Open the proposal: ${name}`,
  empty: 'Nothing was proposed yet',
  emptyDo:
    'A proposal is published once another person approves it. Until then public pages say that the number is not published yet.',
  by: 'Proposed by',
  decidedBy: 'Decided by',
  declinedBecause: 'Declined because',
  approve: 'Publish',
  decline: 'Decline',
  declineReason: 'Why it is declined',
  own: 'Another person approves what you propose; you may take it back (decline it).',
  published: 'Published',
  declined: 'Noted: declined',
}
