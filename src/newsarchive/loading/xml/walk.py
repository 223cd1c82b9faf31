"""XML walked through from its start to its end, by the parser that comes with Python, in bounds.

No entities of a document's own are read, for some grow without bounds and others name files.
"""

from __future__ import annotations

from xml.parsers import expat

MAX_DEPTH = 500


class Walk:
    """Tells what it meets: who walks says what comes of it, in `begins`, `says` and `ends`."""

    def __init__(self) -> None:
        """Prepare to walk."""
        self.open: list[str] = []
        """The names of the open elements."""
        self._parser: expat.XMLParserType | None = None

    @property
    def at(self) -> int:
        """The byte of the XML at which begins what is being met."""
        return self._parser.CurrentByteIndex if self._parser else 0

    def walk(self, xml: bytes, encoding: str | None = None, *, whole: bool = True) -> None:
        """Walk through XML.

        Args:
            xml: one outermost element.
            encoding: what it is in, whatever it says itself; None to believe that.
            whole: whether it must be XML from end to end; else it is read as far as it is.

        Raises:
            ValueError: it is not XML, defines entities, or nests too deep.
        """
        self._parser = parser = expat.ParserCreate(encoding)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self.says
        parser.EntityDeclHandler = self._refuse
        try:
            parser.Parse(xml, whole)
        except expat.ExpatError as error:
            if whole:
                raise ValueError(expat.ErrorString(error.code)) from error
        finally:
            self._parser = None  # which knows this, and so neither would ever go

    def begins(self, name: str, attributes: dict[str, str]) -> None:
        """Take in an element that begins, the last of those that are open."""

    def says(self, text: str) -> None:
        """Take in what the last of the open elements says."""

    def ends(self, name: str) -> None:
        """Take in an element that ends, and is none of the open ones any more."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.open.append(name)
        if len(self.open) > MAX_DEPTH:
            raise ValueError(f"elements nest more than {MAX_DEPTH} deep")
        self.begins(name, attributes)

    def _end(self, _name: str) -> None:
        self.ends(self.open.pop())

    def _refuse(self, *_declaration: object) -> None:
        raise ValueError("it defines entities of its own")


def local(name: str) -> str:
    """Give a name without its prefix.

    >>> local("text:p"), local("p")
    ('p', 'p')
    """
    return name.rpartition(":")[2]
