"""Rules for what a publisher says of itself and of the text: what it sells, earns and disclaims."""

from __future__ import annotations

import re

from msgspec import Struct

from newsarchive.cleaning.rules.page import Labels, Page
from newsarchive.finding.sentences import ENDS_SENTENCE
from newsarchive.finding.vocabulary import words
from newsarchive.model import Label
from newsarchive.patterns import late

DISCLOSURE_CHARACTERS = 500


class Disclosure(Struct, frozen=True):
    """What lines of one kind say."""

    words: tuple[str, ...]
    """One of them stands in every such line: to look for it is cheaper than for the pattern."""
    says: re.Pattern[str]
    """What a folded line that says so holds."""

    def lines(self, page: Page) -> dict[int, Label]:
        """Take the lines that say so for boilerplate."""
        return {
            i: "boilerplate"
            for i in page.holding(self.words)
            if len(page.folded[i]) <= DISCLOSURE_CHARACTERS and self.says.search(page.folded[i])
        }


_OFFER = Disclosure(
    (
        "inbox",
        "delivered",
        "newsletter",
        "postfach",
        "boîte",
        "en tu ",
        "en su ",
        "seu e",
        "nella ",
        "in je ",
        "i din ",
        "ニュースレターの",
        "メールアドレス",
    ),
    late(
        r"\b(?:to|in|into) your (?:e-?mail )?inbox\b|\bget it delivered\b"
        r"|\bweekly newsletter (?:for|from)\b"
        r"|\b(?:in|an) ihr(?:em|en)? (?:privaten? |e-?mail-)?postfach\b"
        r"|\bdans votre boîte (?:mail|de réc)|\ben (?:tu|su) (?:correo|bandeja|e-?mail)\b"
        r"|\b(?:no|em) seu e-?mail\b|\bnella tua (?:casella|mail|e-?mail)"
        r"|\bin je (?:inbox|mailbox)\b|\bi din (?:inkorg|indbakke|innboks)\b"
        r"|ニュースレターの(?:登録|配信)|入力いただ.{1,3}メールアドレス"
    ),
)


def newsletter_offer(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that offers a newsletter: "… every Friday, straight to your inbox"."""
    return _OFFER.lines(page)


_EARNED = Disclosure(
    ("commission", "affili", "afiliad", "provisionslink", "provisions-link"),
    late(
        r"\b(?:we|us|our|this (?:post|article|page|story|guide|site)|links)\b"
        r".*\b(?:earn|receive|get|make)s? (?:us )?(?:an? |some )?(?:\w+ ){0,2}commissions?\b"
        r"|\bmay (?:earn|receive|get) (?:an? |some |us )?(?:\w+ ){0,2}commissions?\b"
        r"|\b(?:contains?|includes?|has|have) affiliate (?:links?|relationships?)\b"
        r"|\b(?:enthält|mit) (?:\w+ ){0,2}(?:affiliate|provisions)-?links\b"
        r"|\bcontient des liens affiliés\b|\bcontiene (?:enlaces de afiliad|link di affiliazione)"
    ),
)


def commission_on_links(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says the publisher earns by what readers buy: "We may earn a commission"."""
    return _EARNED.lines(page)


_DISCLAIMED = Disclosure(
    (
        "informational",
        "advice",
        "substitute",
        "necessarily",
        "stellt keine",
        "ne constitue pas",
        "confidenti",
        "vertraulich",
        "meinung der redaktion",
    ),
    late(
        r"\bfor (?:\w+ (?:and|or) )?informational (?:and \w+ )?purposes only\b"
        r"|\bnot (?:intended|meant) (?:as|to be|to provide|to replace) .*\badvice\b"
        r"|\b(?:does|do) not constitute .{0,40}\badvice\b|\bnot a substitute for professional\b"
        r"|^(?:the )?(?:views|opinions) .{0,80}\bnecessarily (?:those|reflect|represent)\b"
        r"|^(?:leserkommentare|(?:die )?kommentare|namentlich gekennzeichnete \w+) .{0,60}"
        r"\bnicht (?:unbedingt )?(?:immer )?die meinung der redaktion\b"
        r"|\bstellt keine (?:anlage|rechts)?beratung\b|\bne constitue pas un conseil\b"
        r"|^(?:this|the information in this) (?:e-?mail|message)\b.{0,80}\bconfidential\b"
        r"|^diese (?:e-?mail|nachricht)\b.{0,80}\bvertraulich"
        r"|^(?:ce (?:message|courriel)|este (?:correo|mensaje))\b.{0,80}\bconfidenti"
    ),
)


def disclaimer(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says what the text is not: "… for informational purposes only"."""
    return _DISCLAIMED.lines(page)


_RESERVED = words("rights-reserved")
_CLAIMED = Disclosure(
    (
        "©",
        "(c)",
        "copyright",
        "is licensed under",
        "riproduzione",
        "reproduction interdite",
        "registered trade",
        *_RESERVED,
    ),
    late(
        r"^\W*(?:(?:©|\(c\)|copyright)[^.!?]{0,60}\b(?:19|20)\d\d\b"
        r"|copyright [^.!?]{2,40}\. |copyright the [^.!?]{2,40}$"
        r"|this (?:work|article|story) is licensed under |©? ?riproduzione riservata)"
        r"|\breproduction interdite\b|\bare registered trade ?marks? of [^.!?]{2,60}$|"
        + "|".join(map(re.escape, _RESERVED))
    ),
)


def claim_of_rights(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that passes for the text and says whose the page is: "© 2021 The Example"."""
    first = page.paragraphs[0] if page.paragraphs else 0
    claims = _CLAIMED.lines(page).items()
    return {i: label for i, label in claims if i > first and _may_pass(page, i)}


def _may_pass(page: Page, i: int) -> bool:
    """Tell whether a line is taken for the text, or could be for the sentences that it has."""
    return page.is_body(i) or page.lines[i].text.endswith(ENDS_SENTENCE)


_OLD = Disclosure(
    (
        *("this article is more than", "this is an archived", "artikkelen er mer enn"),
        *("artikeln är", "dieser artikel ist", "dit artikel is", "artiklen er mere end"),
        *("juttu on yli", "artikkeli on yli", "este artículo tiene más", "cet article a plus"),
    ),
    late(
        r"^\W*(?:this article is more than \d|this is an archived (?:article|story|page)"
        r"|artikkelen er mer enn (?:\w+ ){1,2}år|artikeln är (?:äldre|mer) än"
        r"|dieser artikel ist (?:älter als|mehr als|über) |dit artikel is (?:ouder|meer) dan"
        r"|artiklen er mere end (?:\w+ ){1,2}år|(?:juttu|artikkeli) on yli "
        r"|este artículo tiene más de |cet article a plus de )"
    ),
)


def age_of_the_article(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that warns of the article's age: "This article is more than 3 years old"."""
    return _OLD.lines(page)


_FOLLOWED = Disclosure(
    (
        "breaking",
        "developing",
        "to follow",
        "updated",
        "check back",
        " wird ",
        "à venir",
        "noticia",
    ),
    late(
        r"^\W*(?:(?:this is a )?(?:breaking|developing)(?: news?)? story\b.{0,80}$"
        r"|check back (?:for|soon|later)\b"
        r"|(?:this|the|our) (?:story|article|page|report) (?:is being|will be)"
        r" (?:\w+ )?updated\b"
        r"|(?:dieser artikel|diese meldung) wird (?:\w+ )?(?:aktualisiert|ergänzt)\b"
        r"|plus d['’]informations à venir\b|noticia en (?:desarrollo|ampliación)\b)"
        r"|\bmore to follow\W*$"
    ),
)


def more_to_follow(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says the text is not final: "Breaking story – more to follow"."""
    return _FOLLOWED.lines(page)


_REACHABLE = Disclosure(
    (
        *("can be reached", "can be contacted", "can be followed"),
        *(
            f"{verb} {whom}"
            for verb in ("follow", "reach", "contact", "mail", "write to")
            for whom in ("him", "her", "them", "me")
        ),
    ),
    late(
        r"^(?:[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4} )?"
        r"(?:can be (?:reached|contacted|followed) (?:at|on|by|via)"
        r"|(?:follow|reach|contact|e-?mail|write to) (?:him|her|them|me) (?:at|on|via|@))"
        r"|[.!] (?:reach|e-?mail|write to) (?:him|her|them|me) (?:at|on|via) "
    ),
)


def how_to_reach_the_author(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line low on the page that says how to write to its author: "… can be reached at …"."""
    middle = page.body_end // 2
    return {i: label for i, label in _REACHABLE.lines(page).items() if i >= middle}


_CITED = Disclosure(("doi:", "doi.org/"), late(r"\bdoi(?::|\.org/)\s?10\."))


def study_cited(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of the text that gives the number under which a study is published: "doi: 10. …"."""
    return {i: label for i, label in _CITED.lines(page).items() if page.is_body(i)}


_JOURNALISM = (
    *("journalism", "periodismo", "giornalismo", "dziennikarstw", "журналистик"),
    "gazetecili",
)
_SUPPORTED = Disclosure(
    (*_JOURNALISM, "become a ", "need your "),
    late(
        r"^(?=[^\"'«“]*$)(?:"
        r".*\bbecome a (?:\w+ )?(?:member|subscriber|supporter)\b.{0,40} a month\b"
        r"|.*\bwe need your (?:financial )?support\b"
        rf"|(?=.*(?:{'|'.join(_JOURNALISM)}))"
        r"(?=.*\b(?:you|your|us|our|we|sie|uns|wir|unser\w*|vous|nous|notre|tu|te|nuestr\w+|ons"
        r"|onze)\b)"
        r".*\b(?:support|readers like you|subscri\w+|contribut\w+|donat\w+|afford|per month"
        r"|unterstütz\w*|abonn\w+"
        r"|souten\w+|suscr\w+|apoy\w+|sosten\w+|steun\w*|wspier\w+|поддерж\w+|destek\w+)\b)"
    ),
)


def appeal_for_support(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that asks readers to pay for journalism: "Support us, our journalism is free"."""
    return {i: label for i, label in _SUPPORTED.lines(page).items() if page.is_body(i)}
