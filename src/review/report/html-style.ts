import type { Effect } from '../change';

/** Hue and saturation of each effect's colour; how light it is follows from the page. */
const colors: Readonly<Record<Effect, readonly [hue: number, saturation: number]>> = {
  rejected: [0, 75],
  'data-risk': [330, 75],
  replaced: [290, 50],
  removed: [15, 65],
  'restart-with-downtime': [5, 80],
  unknown: [265, 45],
  traffic: [215, 75],
  'rolling-restart': [38, 90],
  scale: [150, 60],
  'config-only': [190, 65],
  'rollout-setting': [205, 30],
  created: [120, 45],
  metadata: [220, 12],
  none: [220, 5],
};

/** The style sheet of the page: light and dark as the reader's system asks, one column where it is narrow. */
export function htmlStyle(): string {
  return `
:root{color-scheme:light dark;--page:#fff;--soft:#f5f6f8;--line:#d4d8df;--text:#1c2026;--dim:#596273;--link:#0b57c2;--ink:30%;--tint:95%;--edge:48%;--was:#ffebe9;--was-mark:#ffb8b1;--is:#e3f9e8;--is-mark:#9be5b1}
@media(prefers-color-scheme:dark){:root{--page:#14171c;--soft:#1c2027;--line:#363d49;--text:#e4e7ec;--dim:#9aa4b5;--link:#7db2ff;--ink:80%;--tint:15%;--edge:55%;--was:#3a1d1f;--was-mark:#7d2f33;--is:#14301f;--is-mark:#1f6b3a}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}
body>*{max-width:76rem;margin-inline:auto;padding-inline:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:1.5rem auto .25rem}
h2{font-size:1.1rem;margin:2rem auto .5rem}
a{color:var(--link)}
code,pre{font:.86em/1.45 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.for,.more,figcaption{color:var(--dim);font-size:.88rem}
.for{margin:0}
.order{margin:1rem 0;padding-left:1.4rem}
.order li{margin:.2rem 0}
nav{display:flex;flex-wrap:wrap;gap:.4rem;margin:.8rem 0}
nav a{text-decoration:none}
.badge{display:inline-block;padding:.05rem .55rem;border-radius:1rem;border:1px solid hsl(var(--h) var(--s) var(--edge));background:hsl(var(--h) var(--s) var(--tint));color:hsl(var(--h) var(--s) var(--ink));font-size:.82rem;font-weight:600;white-space:nowrap}
figure{margin:0}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px;padding:.5rem}
figure svg{display:block}
.scroll>svg{max-width:100%;height:auto;margin-inline:auto}
figcaption{margin-top:.35rem}
.node rect{fill:var(--soft);stroke:var(--line);stroke-width:1.5}
.node[class*="e-"] rect{fill:hsl(var(--h) var(--s) var(--tint));stroke:hsl(var(--h) var(--s) var(--edge));stroke-width:2.5}
.node.gone rect{stroke-dasharray:6 4}
.node text{fill:var(--text);font-size:13px}
.node .kind{fill:var(--dim);font-size:11px}
.node .name{font-weight:600}
.node .word{font-size:11px;font-weight:600;fill:var(--dim)}
.node[class*="e-"] .word{fill:hsl(var(--h) var(--s) var(--ink))}
.edge{fill:none;stroke:var(--dim);stroke-width:1.4}
.head{fill:var(--dim)}
.edge.new{stroke:var(--link);stroke-width:2.2}
.edge.gone{stroke-dasharray:5 4}
.label{font-size:11px;font-weight:600;fill:var(--dim);text-anchor:middle}
.label.new{fill:var(--link)}
.object{border:1px solid var(--line);border-left:5px solid hsl(var(--h) var(--s) var(--edge));border-radius:8px;margin:.6rem 0;background:var(--page)}
.object:target{outline:3px solid var(--link);outline-offset:1px}
summary{cursor:pointer;padding:.5rem .75rem}
.object>summary .name{font-weight:600}
.pods{color:var(--dim);font-size:.88rem}
.body{padding:0 .75rem .75rem}
.changes{list-style:none;margin:0;padding:0}
.changes>li{padding:.5rem 0;border-top:1px solid var(--line)}
.changes p{margin:.3rem 0 0}
.values{margin:0 .15rem}
del,ins{text-decoration:none;border-radius:3px;padding:0 .2rem}
del{background:var(--was)}
ins{background:var(--is)}
.advice{padding-left:.7rem;border-left:3px solid var(--line)}
.yaml{margin-top:.5rem;border:1px solid var(--line);border-radius:6px}
.yaml>summary{font-size:.88rem;color:var(--dim);padding:.3rem .6rem}
pre{margin:0;padding:.5rem .6rem;white-space:pre-wrap;border-top:1px solid var(--line)}
pre code{font-size:1em}
.diff{width:100%;table-layout:fixed;border-collapse:collapse;border-top:1px solid var(--line)}
.diff th{text-align:left;font-size:.8rem;font-weight:600;color:var(--dim);padding:.2rem .6rem;background:var(--soft)}
.diff td{vertical-align:top;padding:0 .6rem 0 1.5rem;position:relative}
.diff td+td,.diff th+th{border-left:1px solid var(--line)}
.diff code{white-space:pre-wrap}
.sign{position:absolute;left:.5rem;color:var(--dim);font:.86em/1.8 ui-monospace,monospace;user-select:none}
.was{background:var(--was)}
.is{background:var(--is)}
.was mark{background:var(--was-mark);color:inherit;border-radius:2px}
.is mark{background:var(--is-mark);color:inherit;border-radius:2px}
.nothing{background:var(--soft)}
.gap td{text-align:center;color:var(--dim);background:var(--soft);padding:0}
footer{color:var(--dim);font-size:.88rem;margin-block:2rem}
@media(max-width:40rem){
.diff,.diff tbody,.diff tr,.diff td{display:block}
.diff thead,.same td+td,.nothing{display:none}
.diff td+td{border-left:0}
}
@media print{.object{break-inside:avoid}}
${Object.entries(colors)
  .map(([effect, [hue, saturation]]) => `.e-${effect}{--h:${hue};--s:${saturation}%}`)
  .join('\n')}
`;
}
