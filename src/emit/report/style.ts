/** The page's looks: one column on a phone, charts beside their tables on a wide screen, black on white on A4. */
export const STYLE = `
:root{--ink:#1f2933;--soft:#52606d;--line:#d9e2ec;--bar:#2f5597;--pale:#f5f7fa}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1100px;padding:16px;color:var(--ink);background:#fff;line-height:1.5;
font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif}
h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.2rem;margin:2em 0 .5em;border-bottom:2px solid var(--bar);padding-bottom:.2em}
p{margin:.4em 0}.note,.soft{color:var(--soft);font-size:.85rem}
a{color:#1d4f91}
#en:checked~main .zh,#zh:checked~main .en{display:none}
.switch{position:absolute;opacity:0}
.tabs{text-align:right;font-size:.9rem}.tabs label{cursor:pointer;padding:2px 8px;border:1px solid var(--line);border-radius:4px}
#zh:checked~.tabs label[for=zh],#en:checked~.tabs label[for=en]{background:var(--bar);color:#fff}
.switch:focus-visible~.tabs label{outline:2px solid var(--bar)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:10px;margin:12px 0;padding:0}
.tiles div{background:var(--pale);border-left:4px solid var(--bar);padding:8px 12px}
.tiles dt{color:var(--soft);font-size:.85rem}.tiles dd{margin:0;font-size:1.35rem;font-weight:600}
.figure{margin:1em 0 1.6em}
figure{margin:0 0 .5em}figcaption{font-weight:600;margin-bottom:.3em}
svg{width:100%;max-width:520px;height:auto;display:block;font-family:inherit}
svg text{font-size:11px;fill:var(--ink)}svg .label{text-anchor:end}svg .tick,svg .axis{text-anchor:middle;fill:var(--soft)}
svg .bar{fill:var(--bar)}svg a:hover .bar,svg a:focus .bar{fill:#c55a11}svg .grid{stroke:var(--line);fill:none}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.85rem;font-variant-numeric:tabular-nums}
caption{text-align:left;color:var(--soft);padding:.2em 0}
th,td{border-bottom:1px solid var(--line);padding:3px 6px;text-align:right;vertical-align:top;unicode-bidi:isolate}
th{text-align:left;font-weight:600}thead th{background:var(--pale);border-bottom:2px solid var(--line)}
thead th+th{text-align:right;white-space:nowrap}tbody th{min-width:7em}
:target{background:#fff3bf}
details summary{cursor:pointer}details[open]{text-align:left;max-width:26em;white-space:normal}
#finding :is(td,th):nth-child(2),.words td{text-align:left}
.rows tr:not(.group) :is(td,th):nth-child(2){text-align:left}.rows .group th{background:var(--pale)}
.e{color:#9c0006;font-weight:600}
@media(min-width:800px){.tiles{grid-template-columns:repeat(4,1fr)}.figure{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:24px;align-items:start}.figure.wide{display:block}}
@media print{@page{size:A4;margin:14mm}body{max-width:none;padding:0;font-size:10pt}.tabs{display:none}
a{color:inherit;text-decoration:none}h2{break-after:avoid}figure,tr,.tiles div{break-inside:avoid}thead{display:table-header-group}
.scroll{overflow:visible}summary{list-style:none}svg{max-width:12cm}svg .bar{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.tiles{grid-template-columns:repeat(4,1fr)}.rows{font-size:7.5pt}}
`;
