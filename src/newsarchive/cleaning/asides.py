"""Rules for what a publisher says to its readers beside the article: prompts, boxes, buttons.

They are rules as those of `rules`. Each begins with a phrase that publishers use for the purpose; a
sentence of an article that uses it in passing is longer, or stands elsewhere.
"""

from __future__ import annotations

from newsarchive.cleaning.page import SHORT, Labels, Page
from newsarchive.model import Label
from newsarchive.patterns import late

PROMPT_CHARACTERS = 320
_PROMPT = late(
    r"sign up (?:to|for|here)|subscribe (?:to|for|now|today|here)|follow (?:us|\w+|the \w+) on\b"
    r"|like us on|join (?:us on|our|the conversation)|download (?:our|and subscribe)"
    r"|get (?:the latest|in touch|our|your daily)\b|stay (?:up to date|informed|tuned)"
    r"|click here\b|want (?:more|to (?:read|get|receive))\b|do you (?:have|know) .{0,60}\?"
    r"|have (?:you got|something to|a (?:story|tip|question))\b|got a (?:story|tip|question)\b"
    r"|we want to hear|we(?:'d| would) love to hear|tell us (?:what|why|how|in)\b"
    r"|unsubscribe\b|to (?:unsubscribe|stop receiving)\b|manage (?:your )?(?:e-?mail )?"
    r"(?:preferences|settings|subscriptions?)|update (?:your )?preferences"
    r"|you(?:'re| are) receiving this\b|you received this (?:e-?mail|newsletter)"
    r"|if you no longer wish to receive|this (?:e-?mail|newsletter) was sent (?:to you|because)"
    r"|was this (?:e-?mail|newsletter) forwarded|view (?:this )?(?:e-?mail|newsletter|it) in"
    r"|have feedback\?|newsletter abbestellen|vom newsletter abmelden"
    r"|se désabonner|se désinscrire|darse de baja"
    r"|thanks for reading .{0,80}[!.] subscribe|write to .{1,60}@"
    r"|send (?:us|your) |contact (?:us|the (?:author|reporter|writer)|\w+ at)\b"
    r"|email (?:us|the|\w+ at)\b|e-mail: |support (?:our|independent|local|us)\b|donate\b"
    r"|for more (?:on|from|information|stories|news|about)\b|are .{3,80}\? get in touch"
    r"|read (?:the full|more|our|all|next|also)\b|more (?:from|on|about|in) .{2,50}$"
    r"|do you (?:agree|think)\b.{0,160}(?:have your say|let us know|comments (?:below|section))"
    r"|have your say\b|we use your (?:sign-?up|data|details)\b"
    r"|sound off|share your (?:thoughts|views|story)|you can (?:follow|sign up|subscribe)\b"
    r"|hat ihnen (?:dieser|der) artikel|abonnieren sie|melden sie sich|folgen sie uns"
    r"|jetzt (?:abonnieren|anmelden|kostenlos)|mehr (?:zum thema|aus|nachrichten|lesen)\b"
    r"|abonnez-vous|inscrivez-vous|suivez-nous|suscríbete|síguenos|sigue (?:toda|leyendo)"
    r"|read the original|please (?:enable|turn on|activate|switch on)|bitte aktivieren"
    r"|um eingebettete inhalte|veuillez activer|por favor, (?:activa|habilit|actualiza)"
    r"|únete a|regístrate|inscreva-se|siga[- ](?:o|a|nos)\b|assine |clique (?:aqui|e)"
    r"|iscriviti|seguici|abonneer|volg ons|meld je aan|prenumerera|följ oss|tilmeld dig"
)
_BEFORE_A_PROMPT = frozenset(
    "sign subscribe follow like join download get stay click want do have got we we'd tell send"
    " please bitte um veuillez por contact email e-mail support donate for are read more sound"
    " share thanks write you hat unsubscribe to manage update you're if this was view newsletter"
    " vom se darse abonnieren melden folgen jetzt mehr abonnez-vous inscrivez-vous suivez-nous"
    " suscríbete síguenos sigue únete regístrate inscreva-se siga siga-nos assine clique iscriviti"
    " seguici abonneer volg meld prenumerera följ tilmeld".split(" ")
)


_MAIL = late(
    r"[\w.+-]+@[\w.-]+\.\w+\Z|.*(?<![\w.-])(?:letters?|leserbriefe?|corrections?|complaints?"
    r"|newsroom|newsdesk|editors?|feedback|tips?|questions?|readers?|redaktion|redaction|redaccion"
    r"|redazione)@\w"
)
"""The address alone of somebody to write to, or among words that of an office for readers."""
_ASKS_FOR_MONEY = ("is a reader-supported publication", "is a reader-supported newsletter")


def prompt_to_readers(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that asks readers for something: to sign up, to follow, to write, to read on."""
    lines = page.opening_with(_BEFORE_A_PROMPT, _PROMPT, PROMPT_CHARACTERS)
    written = [i for i in page.holding(["@"]) if _MAIL.match(page.folded[i])]
    written += page.holding(_ASKS_FOR_MONEY)
    short = [i for i in written if len(page.folded[i]) <= PROMPT_CHARACTERS]
    return dict.fromkeys([*lines, *short], "boilerplate")


def asks_readers(page: Page, i: int) -> bool:
    """Tell whether a line begins as one that asks readers for something."""
    return _PROMPT.match(page.folded[i]) is not None


_REPORTING = late(
    r"\(?(?:(?:additional |further |writing and )?(?:reporting|writing|editing|research|compiled"
    r"|translated|translation|edited) by\b"
    r"|with (?:files|reporting|additional reporting|inputs|information) (?:from|by)\b"
    r"|(?:associated press|ap|reuters|afp|cnn|cnn's)(?: \w+){0,3} (?:writers?|reporters?"
    r"|journalists?|correspondents?|producers?) .{3,120} contributed\b"
    r"|mit (?:material|informationen) (?:von|der)\b|mit agenturmaterial\b)"
)
_CONTRIBUTED = late(r"\b(?:contributed|contributed reporting) to this (?:report|story|article)\.?$")
_BEFORE_A_REPORTER = frozenset(
    "additional further writing reporting editing research compiled translated translation edited"
    " with associated ap reuters afp cnn cnn's mit".split(" ")
)


_SIGNED = late(r"[가-힣]{2,4} ?[가-힣]{0,4}(?:기자|특파원)(?: ?\(?[\w.+-]{1,60}@[\w.-]{1,60}\)?)?")
"""How reporters sign in Korean, below the article: the name, the office, perhaps the address."""


def who_reported(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that says who reported, wrote or edited: "Reporting by A. Name"."""
    opening = page.opening_with(_BEFORE_A_REPORTER, _REPORTING, PROMPT_CHARACTERS)
    closing = [
        i
        for i in page.holding(["contributed to this", "contributed reporting to this"])
        if len(page.folded[i]) <= PROMPT_CHARACTERS and _CONTRIBUTED.search(page.folded[i])
    ]
    signed = [i for i in page.holding(("기자", "특파원")) if _SIGNED.fullmatch(page.folded[i])]
    return dict.fromkeys([*opening, *closing, *signed], "byline")


_PROFESSION = (
    r"(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|producer|blogger"
    r"|photographer|critic|specialist|analyst|freelancer|redakteur|redakteurin|reporterin"
    r"|korrespondent|korrespondentin|journalistin|autorin|journaliste|rédacteur|rédactrice"
    r"|periodista|redactor|redactora|giornalista|jornalista|repórter)"
)
_AUTHOR = late(
    r"[^\W\d_][\w.'-]+(?: [\w.'-]+){1,3} (?:(?:is|was|ist|est|es|è|é)"
    rf"(?: [\w.',&/-]+){{0,7}}?[ -]?{_PROFESSION}\b|covers\b|writes (?:about|for)\b)"
)
BOX_LINES = 4
"""Lines of the body at its end that may be about the author."""


def box_of_the_author(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line near the article's end that says who its author is: "A. Name is a writer in …"."""
    body = page.paragraphs
    last = body[-BOX_LINES:] if len(body) >= 2 * BOX_LINES else ()
    return {i: "boilerplate" for i in last if _AUTHOR.match(page.folded[i])}


_SERVICE = frozenset(
    """tags|tag|topics|topic|share|share this|share this article|comments|comment|print|save|email
    |copy link|more|details|see details|read more|learn more|show more|see more|load more|view more
    |follow|following|subscribe|sign up|sign in|log in|login|reply|report|like|dislike|advertise
    |newsletter|newsletters|menu|close|skip|next|previous|back to top|play|watch|listen|gallery
    |most popular|trending|trending now|top stories|more news|buy now|shop now|see it
    |jump to details|jump to review|buying options|mehr|mehr anzeigen|teilen
    |kommentare|kommentieren|drucken|merken|partager|commentaires|commenter|imprimer|compartir
    |comentarios|comentar|imprimir|compartilhar|comentários|condividi|commenti|delen|reacties
    |комментарии|комментарий|поделиться|теги|paylaş|yorumlar|etiketler|etiquetas|schlagworte
    |mots-clés|instagram|facebook|twitter|youtube|tiktok|whatsapp|linkedin|pinterest|reddit
    |telegram|lire la suite|voir plus|afficher plus|weiterlesen|leer más|ver más|mostrar más
    |sigue leyendo|leia mais|leggi tutto|mostra altro|lees verder|lees meer|läs mer|les mer|læs mere
    |czytaj dalej|czytaj więcej|devamını oku|читать далее|показать ещё|اقرأ المزيد|続きを読む|더보기
    |阅读全文|閱讀全文""".replace("\n    ", "").split("|")
)


def service_word(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line that is nothing but the word on a button or over a list: "Share", "Tags"."""
    return dict.fromkeys(page.saying_any(_SERVICE), "boilerplate")


_REPLY = frozenset(
    """reply|log in to reply|reply to this|antworten|répondre|responder|rispondi|beantwoorden
    |reageer|svar|svara|odpowiedz|ответить
    |yanıtla|返信|回复|답글""".replace("\n    ", "").split("|")
)
_THREAD = late(
    r"(?:(?:\d+ |all |view |show |leave a |post a |reader |user )*(?:comments?|replies|responses)"
    r"|(?:\d+ )?(?:kommentare?|leserkommentare|commentaires?|comentarios?|comentários?|commenti"
    r"|reacties|kommentarer|komentarze|комментарии|yorumlar))"
    r" ?(?:\(?\d+\)?|:(?: \d+)?)?(?: (?:comment |by |from |on |to |von |zu ).*)?"
)
"""Words that stand alone over a thread, with who takes part in it and how many."""
REPLIES = 2
"""Lines of a thread, at least, on which one answers a comment."""


def comment_below(page: Page, _labels: Labels) -> dict[int, Label]:
    """A line of the readers' comments, below the words over them and beside those to answer."""
    answers = page.saying_any(_REPLY)
    body = page.paragraphs
    if len(answers) < REPLIES or not body:
        return {}
    above = range(body[len(body) // 3], answers[0])
    heads = [i for i in above if len(page.folded[i]) <= SHORT and _THREAD.fullmatch(page.folded[i])]
    return dict.fromkeys(range(heads[-1] + 1, len(page.lines)), "boilerplate") if heads else {}
