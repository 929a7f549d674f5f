import type { TerminalAndPlace } from '../store/terminals.ts'

/** Whom and what a terminal is bound to, as the API shows it. */
export const boundTo = (terminal: TerminalAndPlace) => ({
  inspector: { id: terminal.staff_id, name: terminal.staff_name },
  checkpoint: { id: terminal.checkpoint_id, name: terminal.checkpoint_name, county: terminal.county },
  lane: terminal.lane,
})
