/** Of the demonstration's page only; it has no script and needs no build. */
export const pageStyle = `
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
h1 { font-size: 1.75rem; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.25rem; }
h3 { font-size: 1.25rem; margin: 0; }
h3 small { font-size: 0.8rem; opacity: 0.7; }
p { margin: 0.5rem 0; }
[lang='en'] { opacity: 0.75; }
.warn { border: 2px solid; border-radius: 8px; display: inline-block; padding: 0.25rem 0.75rem; }
.cards { align-items: start; display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
article { border: 1px solid #8888; border-radius: 8px; break-inside: avoid; padding: 1rem; }
figure { margin: 0.75rem 0; }
figure svg { background: #fff; display: block; max-width: 15rem; width: 100%; }
figcaption { font-size: 0.875rem; }
dl.desks { display: grid; gap: 0.5rem 1rem; grid-template-columns: max-content minmax(0, 1fr); }
dl.desks dd { margin: 0; }
@media print { body { max-width: none; } a { color: inherit; text-decoration: none; } }
`
