/**
 * What a disagreement of phone and server turned out to be, said by the head of the checkpoint. Neither verdict is replaced by
 * it: a verdict that was wrong is put right in its own way (correctVerdict).
 */
export const conflictFindings = ['older-edition', 'clock', 'known-later', 'mistyped', 'app-fault', 'tampering'] as const
export type ConflictFinding = (typeof conflictFindings)[number]
