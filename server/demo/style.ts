import { tokens } from '../rulebook/style.ts'

/** Of the demonstration's page only, on the same tokens as all others; it has no script and needs no build. */
export const pageStyle = `${tokens}
*, *::before, *::after { box-sizing: border-box; }
html { font-family: var(--font); font-size: 16px; line-height: 1.6; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 72rem; padding: var(--s4); overflow-wrap: anywhere; }
h1, h2, h3, p, dl, dd, figure { margin: 0; }
h1 { font-size: var(--t28); line-height: 1.25; }
h2 { padding-top: var(--s6); font-size: var(--t22); line-height: 1.3; }
h3 { font-size: var(--t22); }
h3 small, [lang='en'] { color: var(--quiet); font-size: var(--t14); font-weight: 400; }
p { margin-top: var(--s2); max-width: 48rem; }
a { color: var(--act); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.94em; }
.warn { margin-top: var(--s3); padding: var(--s3) var(--s4); border-radius: 12px; background: #ffc72c; color: #1d1600; }
.warn [lang='en'] { color: inherit; }
.cards { display: grid; align-items: start; gap: var(--s4); grid-template-columns: repeat(auto-fill, minmax(min(16rem, 100%), 1fr)); padding-top: var(--s4); }
article { break-inside: avoid; padding: var(--s4); border: 1px solid var(--line); border-radius: 12px; background: var(--mist); }
figure { margin: var(--s3) 0; }
figure svg { display: block; width: 100%; max-width: 15rem; background: #fff; }
figcaption { font-size: var(--t14); }
.way { display: block; margin-top: var(--s2); padding: var(--s3) var(--s4); border: 2px solid var(--edge); border-radius: 12px; background: var(--paper); font-size: var(--t16); font-weight: 600; line-height: 1.3; text-decoration: none; }
.way [lang='en'] { display: block; }
dl.desks { display: grid; gap: 0 var(--s4); grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); padding-top: var(--s3); }
dl.desks dt, dl.desks dd { padding: var(--s2) 0; border-top: 1px solid var(--line); }
dl.desks dt a { display: block; min-height: 44px; }
.heard { margin: var(--s2) 0 0; padding: 0; max-width: 48rem; list-style: none; }
.heard li { padding: var(--s3) 0; border-top: 1px solid var(--line); }
.heard small { color: var(--quiet); font-size: var(--t14); }
@media print { body { max-width: none; } a { color: inherit; text-decoration: none; } .way { border: 0; padding: 0; } }
`
