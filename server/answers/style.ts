/** For phones of any age: no custom properties, no grid. Colours of the look, day and night; a button is at least 64 px high. */
export const answerStyle = `* { box-sizing: border-box; }
html { font-family: 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; font-size: 18px; line-height: 1.6; background: #ffffff; color: #14181f; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
main { max-width: 560px; margin: 0 auto; padding: 16px; overflow-wrap: break-word; word-wrap: break-word; }
h1 { margin: 8px 0; font-size: 24px; line-height: 1.35; }
p { margin: 8px 0; }
.words { padding: 12px 16px; border-radius: 12px; background: #f4f6f8; font-size: 20px; white-space: pre-line; }
.quiet { color: #56606e; font-size: 16px; }
.said { margin: 0 0 12px; padding: 12px 16px; border-radius: 12px; background: #07622d; color: #ffffff; }
.said strong { display: block; font-size: 22px; }
.over { font-size: 22px; font-weight: bold; }
.care { padding: 12px 16px; border-radius: 12px; background: #ffc72c; color: #1d1600; }
footer.call { margin: 32px 0 0; padding: 8px 0 0; border-top: 1px solid #c9ced6; }
footer.call a { display: inline-block; padding: 8px 0; font-weight: bold; }
form { margin: 24px 0 0; }
button { display: block; width: 100%; min-height: 72px; margin: 0 0 16px; padding: 12px 16px; border: 2px solid #0b57d0; border-radius: 12px; background: #0b57d0; color: #ffffff; font: inherit; font-size: 26px; font-weight: bold; cursor: pointer; }
button small { display: block; font-size: 16px; font-weight: normal; }
button.second { min-height: 64px; background: #ffffff; border-color: #7a8493; color: #14181f; font-size: 20px; }
button:focus { outline: 3px solid #14181f; outline-offset: 3px; }
a { color: #0b57d0; }
[lang=en] { font-family: system-ui, 'Segoe UI', Roboto, sans-serif; }
@media (prefers-color-scheme: dark) {
  html { background: #0e1116; color: #f2f4f7; }
  .words { background: #171b22; }
  .quiet { color: #a5afbd; }
  .said { background: #46c77a; color: #0e1116; }
  button { background: #8ab4f8; border-color: #8ab4f8; color: #0e1116; }
  button.second { background: #0e1116; border-color: #6f7a89; color: #f2f4f7; }
  button:focus { outline-color: #f2f4f7; }
  a { color: #8ab4f8; }
}
`
