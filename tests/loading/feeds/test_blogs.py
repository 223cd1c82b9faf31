from pathlib import Path

from newsarchive.loading import load
from newsarchive.loading.feeds.blogs import without_codes
from newsarchive.model import Document, Problem

WORDPRESS = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Port Courier</title>
<wp:author><wp:author_login><![CDATA[ao7]]></wp:author_login><wp:author_email>a@b.example
</wp:author_email><wp:author_display_name><![CDATA[Ann Ode]]></wp:author_display_name></wp:author>
<item><title>Bridge</title><dc:creator>ao7</dc:creator>
<category domain="category" nicename="news"><![CDATA[News]]></category>
<category domain="post_tag" nicename="bridge"><![CDATA[bridge]]></category>
<content:encoded><![CDATA[The <b>bridge</b> is closed.

The ferry is, too. [gallery ids="1,2"]]]></content:encoded>
<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
<item><title>a.jpg</title><content:encoded>A picture.</content:encoded>
<wp:status>inherit</wp:status><wp:post_type>attachment</wp:post_type></item>
<item><title>Draft</title><content:encoded>A draft.</content:encoded>
<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>
</channel></rss>"""
BLOGGER = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://purl.org/atom/app#">
<title>A blog</title>
<entry><category scheme="http://schemas.google.com/g/2005#kind"
 term="http://schemas.google.com/blogger/2008/kind#settings"/><content>A setting</content></entry>
<entry><category scheme="http://schemas.google.com/g/2005#kind"
 term="http://schemas.google.com/blogger/2008/kind#post"/><title>A post</title>
<content type="html">It is so.&lt;br />And so.</content></entry>
<entry><app:control><app:draft>yes</app:draft></app:control><content>A draft</content></entry>
</feed>"""


def loaded(folder: Path, feed: str) -> list[Document | Problem]:
    (folder / "a.xml").write_text(feed)
    return list(load(folder / "a.xml", "a.xml"))


def test_of_a_blogs_export_the_posts_are_articles(tmp_path: Path) -> None:
    document, problem = loaded(tmp_path, WORDPRESS)
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert document.text == "Bridge\nThe bridge is closed.\nThe ferry is, too."
    assert {(said.field, said.value) for said in document.statements} == {
        ("title", "Bridge"),
        ("source", "Port Courier"),
        ("authors", "Ann Ode"),
        ("section", "News"),
    }
    assert problem.what == "items that are no posts which readers could see: 2 of 3"
    assert problem.inputs == 2


def test_of_an_atom_export_the_posts_are_articles(tmp_path: Path) -> None:
    document, problem = loaded(tmp_path, BLOGGER)
    assert isinstance(document, Document)
    assert isinstance(problem, Problem)
    assert document.text == "A post\nIt is so.\nAnd so."
    assert problem.inputs == 2


def test_a_caption_in_brackets_is_a_caption() -> None:
    post = '[caption id="a"]<a href=b><img src="b"/></a> A bridge.[/caption]\n[embed]c[/embed]'
    assert without_codes(post) == (
        '<figure><a href=b><img src="b"/></a><figcaption> A bridge.</figcaption></figure>\nc'
    )
