/**
 * The page's one style: a statute book with its notes in the margin, on the tokens of checkpoint-app/ui/tokens.css (a test
 * holds the values together). Text in a module, so that it is there on Workers too.
 */
export const tokens = `:root {
  color-scheme: light;
  --paper: #ffffff;
  --ink: #14181f;
  --mist: #f4f6f8;
  --line: #d9dee5;
  --edge: #7a8493;
  --quiet: #56606e;
  --act: #0b57d0;
  --s1: 4px;
  --s2: 8px;
  --s3: 12px;
  --s4: 16px;
  --s5: 24px;
  --s6: 32px;
  --s7: 48px;
  --t14: 0.875rem;
  --t16: 1rem;
  --t18: 1.125rem;
  --t22: 1.375rem;
  --t28: 1.75rem;
  --t40: 2.5rem;
  --font: 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Noto Sans SC', 'Microsoft YaHei', system-ui, sans-serif;
  --title: 'Songti SC', 'Noto Serif CJK SC', 'Noto Serif SC', 'Source Han Serif SC', SimSun, serif;
}
:root:lang(en) {
  --font: system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  --title: Georgia, 'Noto Serif', 'Times New Roman', 'Noto Serif CJK SC', 'Songti SC', serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #0e1116;
    --ink: #f2f4f7;
    --mist: #171b22;
    --line: #2b323c;
    --edge: #6f7a89;
    --quiet: #a5afbd;
    --act: #8ab4f8;
  }
}
`

const ground = `*, *::before, *::after { box-sizing: border-box; }
html { font-family: var(--font); font-size: 16px; line-height: 1.6; background: var(--paper); color: var(--ink); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, dl, dd { margin: 0; padding: 0; }
ul, ol { list-style: none; }
a { color: var(--act); text-underline-offset: 0.2em; text-decoration-thickness: 1px; }
code { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace; font-size: 0.92em; }
:focus-visible { outline: 3px solid var(--act); outline-offset: 2px; }
main:focus { outline: none; }
[id] { scroll-margin-top: var(--s4); }
.skip { position: absolute; left: var(--s4); top: -100px; padding: var(--s2) var(--s4); background: var(--act); color: var(--paper); z-index: 1; }
.skip:focus { top: var(--s2); }
`

/** The page for an address that does not exist wears this style, too. */
const nowhere = `.nowhere { max-width: 40rem; margin: 0 auto; padding: var(--s6) var(--s4); }
.nowhere h1 { margin: 0 0 var(--s4); padding: 0; border: 0; font: 700 var(--t28)/1.3 var(--font); letter-spacing: 0; }
.nowhere ul { margin-top: var(--s5); border-top: 1px solid var(--line); }
.nowhere li a { display: block; padding: var(--s4) 0; border-bottom: 1px solid var(--line); font-size: var(--t18); text-decoration: none; }
.nowhere [lang='en'] { color: var(--quiet); font-size: var(--t14); }
`

const titlePage = `.title { max-width: 1280px; margin: 0 auto; padding: var(--s4) var(--s4) var(--s6); text-align: center; }
.ways { display: flex; justify-content: space-between; gap: var(--s4); text-align: start; font-size: var(--t14); }
.ways a { display: inline-block; min-width: 44px; padding: var(--s3) 0; }
.subject { margin-top: var(--s5); color: var(--quiet); }
.subject:lang(zh) { letter-spacing: 0.08em; }
h1 { display: inline-block; margin: var(--s3) 0 var(--s5); padding: var(--s4) var(--s5); border-block: 4px double var(--ink); font: 700 var(--t40)/1.25 var(--title); }
h1:lang(en) { font-size: clamp(1.9rem, 6vw, 2.5rem); }
h1:lang(zh) { padding-inline: var(--s6) calc(var(--s6) - 0.2em); letter-spacing: 0.2em; }
.edition { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--s1) var(--s5); }
.edition div { display: flex; gap: var(--s3); }
.edition dt { color: var(--quiet); }
`

const frame = `.open-book { max-width: 1280px; margin: 0 auto; padding: 0 var(--s4); }
.contents { padding: var(--s4); border: 1px solid var(--line); border-radius: 12px; background: var(--mist); }
.contents h2 { font: 700 var(--t18)/1.3 var(--title); }
.contents a { display: block; padding: 12px 0; color: var(--ink); text-decoration: none; line-height: 1.4; }
.contents a:hover { color: var(--act); text-decoration: underline; }
.contents li li { padding-inline-start: var(--s4); font-size: var(--t14); }
.contents > ol > li > a { font-weight: 600; padding-top: var(--s2); }
.contents .row { padding-inline-start: 2.6em; text-indent: -2.6em; }
.contents b { display: inline-block; min-width: 2.35em; color: var(--quiet); font-weight: 600; text-indent: 0; }
main { display: block; }
footer .call { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--s3); padding-bottom: var(--s3); font-size: var(--t16); }
footer .call dd { font-weight: 600; }
footer { max-width: 1280px; margin: var(--s7) auto 0; padding: var(--s5) var(--s4) var(--s7); border-top: 4px double var(--line); color: var(--quiet); font-size: var(--t14); }
`

const text = `.part { padding-top: var(--s7); }
.part > h2 { padding-bottom: var(--s3); border-bottom: 1px solid var(--ink); font: 700 var(--t28)/1.3 var(--title); }
.part > h2:lang(zh) { letter-spacing: 0.06em; }
.part > h3 { padding-top: var(--s6); font: 700 var(--t22)/1.4 var(--title); }
.part > .entry:first-of-type, .intro + .number { border-top: 0; }
.intro, .about, .since, .notes, .aside, .cited { color: var(--quiet); font-size: var(--t14); }
.intro { padding-top: var(--s3); max-width: 44em; }
.about { padding-top: var(--s3); }
.promises { counter-reset: promise; padding-top: var(--s3); }
.promises > li { counter-increment: promise; }
.promises > li { padding: var(--s3) 0; border-bottom: 1px solid var(--line); }
.promises > li > p { font-size: var(--t18); }
.promises > li > p::before { content: counter(promise) ' '; color: var(--quiet); font: 700 var(--t18)/1.4 var(--title); margin-inline-end: var(--s2); }
.links { display: flex; flex-wrap: wrap; gap: 0 var(--s4); font-size: var(--t14); line-height: 1.9; }
.complaint { padding-top: var(--s4); font-size: var(--t18); }
.complaint a { font-weight: 700; }
.entry, .number, .article { padding: var(--s4) 0; border-top: 1px solid var(--line); }
.entry h3, .entry h4, .number h3, .article h4 { font-size: var(--t18); line-height: 1.4; }
.entry h3 > a, .entry h4 > a { display: inline-block; min-width: 2.2em; margin-inline-end: var(--s1); color: var(--quiet); text-decoration: none; }
.number h3 a, .document h3 a, .article h4 a { color: inherit; text-decoration: none; }
h3 > a:hover, h4 > a:hover { color: var(--act); text-decoration: underline; }
.says { padding-top: var(--s2); }
.number > .says { padding-top: 0; }
.says dt, .ours { color: var(--quiet); font-size: var(--t14); }
.says dt { padding-top: var(--s2); }
.says dd + dd { padding-top: var(--s1); }
.ours span { color: var(--ink); }
.says strong { font-size: var(--t18); }
.notes { padding-top: var(--s3); }
.notes li { padding-bottom: var(--s2); }
.since { padding-top: var(--s2); }
.values dt { padding-top: var(--s1); }
.values dt b { font: 700 var(--t28)/1.3 var(--title); }
.values dd { color: var(--quiet); font-size: var(--t14); }
.document h3 { padding-top: var(--s6); font: 700 var(--t22)/1.4 var(--title); }
.document > .since { padding-bottom: var(--s3); }
.aside, .cited { padding-top: var(--s1); }
.cited a { display: inline-block; padding: 2px var(--s1); }
.places { columns: 18em 2; column-gap: var(--s5); }
.places li { break-inside: avoid; }
.places a, .notes a { line-height: 1.9; }
.id { padding-top: var(--s4); font-size: var(--t18); }
.id b { padding: var(--s1) var(--s2); border: 1px solid var(--line); border-radius: 6px; background: var(--mist); }
.entry:target, .number:target, .article:target, .promises > li:target { background: var(--mist); box-shadow: calc(-1 * var(--s3)) 0 0 var(--mist), calc(-1 * var(--s3) - 3px) 0 0 var(--act); }
`

const wide = `@media (min-width: 720px) {
  .says { display: grid; grid-template-columns: 7em minmax(0, 1fr); gap: 0 var(--s4); align-items: baseline; }
  p.says { display: block; }
  .says dt { grid-column: 1; padding-top: var(--s1); }
  .says dd { grid-column: 2; padding-top: var(--s1); }
  .says:lang(en) { grid-template-columns: 9em minmax(0, 1fr); }
  .article { display: grid; grid-template-columns: 7em minmax(0, 1fr); gap: 0 var(--s4); }
  .article > * { grid-column: 2; }
  .article > h4 { grid-column: 1; grid-row: 1 / span 2; }
}
@media (min-width: 1080px) {
  .open-book { display: grid; grid-template-columns: 17.5rem minmax(0, 1fr); gap: var(--s7); align-items: start; }
  .contents a { padding: 5px 0; }
  .contents { position: sticky; top: var(--s4); max-height: calc(100vh - 2 * var(--s4)); overflow-y: auto; }
  .part { padding-top: var(--s6); }
  main > .part:first-child { padding-top: 0; }
  .entry { display: grid; grid-template: auto auto 1fr / minmax(0, 1fr) 17rem; gap: 0 var(--s6); }
  .entry > * { grid-column: 1; }
  .entry > .notes { grid-column: 2; grid-row: 1 / span 3; padding: 2px 0 0 var(--s4); border-inline-start: 1px solid var(--line); }
  .entry > .notes span { display: block; }
  .number { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.4fr); gap: 0 var(--s6); }
  .number > * { grid-column: 2; }
  .number > h3 { grid-column: 1; grid-row: 1 / span 3; }
  .number > .values dt { padding-top: 0; }
}
`

const print = `@page { size: A4; margin: 20mm 18mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --mist: #fff; --line: #999; --edge: #666; --quiet: #333; --act: #000; }
  html { font-size: 10.5pt; }
  a { text-decoration: none; }
  .skip, .ways { display: none; }
  .title { padding-top: 30mm; }
  .open-book { display: block; padding: 0; }
  .contents { position: static; max-height: none; columns: 2; column-gap: 10mm; margin-top: 10mm; padding: 0; border: 0; }
  .contents h2 { column-span: all; }
  .contents a { padding: 1px 0; }
  .contents li li { break-inside: avoid; }
  main { break-before: page; }
  .part { padding-top: 10mm; }
  .entry { display: grid; grid-template: auto auto 1fr / minmax(0, 1fr) 52mm; gap: 0 6mm; }
  .entry > * { grid-column: 1; }
  .entry > .notes { grid-column: 2; grid-row: 1 / span 3; padding: 0 0 0 4mm; border-inline-start: 0.3mm solid #999; font-size: 8.5pt; }
  .entry > .notes span { display: block; }
  .number { display: grid; grid-template-columns: 60mm minmax(0, 1fr); gap: 0 6mm; }
  .number > * { grid-column: 2; }
  .number > h3 { grid-column: 1; grid-row: 1 / span 3; }
  .entry, .number, .article, .promises > li { break-inside: avoid; }
  h1, h2, h3, h4, .intro { break-after: avoid; }
  .says { display: grid; grid-template-columns: 18mm minmax(0, 1fr); gap: 0 3mm; align-items: baseline; }
  .says:lang(en) { grid-template-columns: 26mm minmax(0, 1fr); }
  p.says { display: block; }
  .says dt { grid-column: 1; padding-top: 0.5mm; }
  .says dd { grid-column: 2; padding-top: 0.5mm; }
  .entry:target, .number:target, .article:target, .promises > li:target { background: none; box-shadow: none; }
}
`

export const style = [tokens, ground, nowhere, titlePage, frame, text, wide, print].join('\n')
