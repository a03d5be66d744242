/** Everything that the page looks like; it loads nothing. */
export const style = `
:root { color-scheme: light dark; --paper: #fff; --card: #f6f7f9; --ink: #1d2129; --faint: #d5d9e0; --soft: #5b6472; --bar: #3b76c4; --mark: #b3261e; --shade: rgba(59, 118, 196, 0.12); --error: #b3261e; --warning: #8a5a00; --info: #2459a6; --clean: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171c; --card: #1e232b; --ink: #e6e9ee; --faint: #39414e; --soft: #a3adbb; --bar: #6aa2ea; --mark: #ff8a80; --shade: rgba(106, 162, 234, 0.16); --error: #ff8a80; --warning: #f0b849; --info: #8ab8f5; --clean: #7ad39b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem 1rem 3rem; max-width: 60rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.4rem; margin: 0.5rem 0 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 0.25rem; overflow-wrap: anywhere; }
h3 { font-size: 1rem; margin: 0; }
code { font-family: ui-monospace, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
.soft { color: var(--soft); margin: 0.25rem 0; }
.card { background: var(--card); border-left: 4px solid var(--faint); border-radius: 4px; padding: 0.75rem 1rem; margin: 0.75rem 0; }
.card p { margin: 0.35rem 0; overflow-wrap: anywhere; }
.error { border-color: var(--error); } .error .level { color: var(--error); }
.warning { border-color: var(--warning); } .warning .level { color: var(--warning); }
.info { border-color: var(--info); } .info .level { color: var(--info); }
.clean { border-color: var(--clean); } .clean .level { color: var(--clean); }
.do { font-weight: 600; }
figure { margin: 1.25rem 0; }
figcaption { margin-bottom: 0.25rem; }
figure svg { width: 100%; height: auto; display: block; }
.narrow { display: none; }
@media (max-width: 40rem) { .wide { display: none; } .narrow { display: block; } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid var(--faint); vertical-align: top; }
td.entries { font-family: ui-monospace, monospace; font-size: 0.85em; white-space: nowrap; }
td:nth-child(3) { min-width: 9rem; }
`
