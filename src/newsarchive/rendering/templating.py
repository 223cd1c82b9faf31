"""Templating: Jinja, set up for the pages of one language.

All that a template prints is escaped. What the archive itself says (`wording.said`) is put into
words of the site's language when it is printed, and the templates' own phrases when they are
compiled: they are the same on every page.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from keyword import iskeyword
from pathlib import Path
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, MacroRef, optimizeconst
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from newsarchive.rendering.compiled import Compiled
from newsarchive.rendering.markup import escaped, filled
from newsarchive.wording import Wording
from newsarchive.wording.said import Message, Names, Said, Stretch, When

SAID = frozenset({Message, When, Stretch, Names})
"""The records that are printed in words of the site's language. Numbers are printed as they are,
for they may be parts of addresses."""
MOST_PHRASES = 10_000
"""How many phrases are kept in words: most stand on many pages."""


class _Generator(CodeGenerator):
    """Prints a value by one call and not by three: a page prints hundreds, and most are texts.

    Where the templates are `quick`, what is written `a.b` is the attribute b and nothing else, and
    what is called is called as Python does, for nothing here asks for Jinja's context.
    """

    environment: Templates

    def visit_Template(self, node: nodes.Template, frame: Any = None) -> None:  # noqa: ANN401, N802
        self.writeline("escaped, printed = environment.escaped, environment.printed")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:  # noqa: ANN401
        if self._is_escaped(frame):
            self.write("(escaped(it) if type(it := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:  # noqa: ANN401
        if self._is_escaped(frame):
            self.write(") is str else str(it) if type(it) is int else printed(it))")
        else:
            super()._output_child_post(node, frame, finalize)

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:  # noqa: ANN401, N802
        if self.environment.quick and not iskeyword(node.attr):
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    @optimizeconst
    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Any,  # noqa: ANN401
        forward_caller: bool = False,
    ) -> None:
        if not self.environment.quick or forward_caller or _has_more_than_places(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Any) -> None:  # noqa: ANN401
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    @staticmethod
    def _is_escaped(frame: Any) -> bool:  # noqa: ANN401
        return frame.eval_ctx.autoescape and not frame.eval_ctx.volatile


def _has_more_than_places(call: nodes.Call) -> bool:
    """Whether a call has keyword arguments, or `*` and `**`."""
    return bool(call.kwargs or call.dyn_args or call.dyn_kwargs)


class _Macro(Macro):
    """A macro that is called without Jinja's checks where all its arguments are positional."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401
        takes_more = self.catch_varargs or self.catch_kwargs or self.caller
        if kwargs or takes_more or len(args) != self._argument_count:
            return super().__call__(*args, **kwargs)
        return self._invoke(list(args), self._default_autoescape)


class _Template(jinja2.Template):
    """A template whose globals are all its environment's."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002
        """Give its macros, the same for all templates, so that no globals need be compared."""
        return super()._get_default_module(None)


class Templates(jinja2.Environment):
    """The templates of some folders, in one language."""

    code_generator_class = _Generator
    template_class = _Template
    escaped = staticmethod(escaped)
    Macro = _Macro

    def __init__(
        self,
        folders: Iterable[Path],
        wording: Wording,
        *,
        quick: bool = False,
        compiled: Compiled | None = None,
    ) -> None:
        """Look for templates in `folders`, the first first; say things in `wording`'s language.

        Args:
            folders: where the templates are.
            wording: says things.
            quick: assume that values have all attributes that the templates ask for, as views do.
                Where one has not, an `AttributeError` is raised; fill the template again without
                this to learn which.
            compiled: where compiled templates are kept.
        """
        self.quick = quick
        self.printed = _printer(wording)
        super().__init__(
            loader=jinja2.FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=compiled,
            extensions=["jinja2.ext.i18n"],
            finalize=_worder(wording),
        )
        self.policies["ext.i18n.trimmed"] = True
        self.policies["json.dumps_function"] = _json_writer(wording)
        self.filters["number"] = wording.number
        self._translators = _translators(wording)
        self.globals.update(self._translators, forms=wording.forms)
        self.newstyle_gettext = True

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """Compile a template: Jinja's hook, where its phrases are put into words."""
        self._word_phrases(source)
        return super()._generate(source, name, filename, defer_init)

    def _word_phrases(self, node: nodes.Node) -> None:
        """Put the phrases below a node that hold no values in the place of the calls for them."""
        for field, held in node.iter_fields():
            if isinstance(held, list):
                held[:] = [self._worded(one) for one in held]
            else:
                setattr(node, field, self._worded(held))

    def _worded(self, held: Any) -> Any:  # noqa: ANN401  what a field of a node holds
        if not isinstance(held, nodes.Node):
            return held
        match held:
            case nodes.Call(node=nodes.Name(name="_" | "gettext" | "pgettext" as name), kwargs=[]):
                texts = [one.value for one in held.args if isinstance(one, nodes.Const)]
                if len(texts) == len(held.args) and not held.dyn_args and not held.dyn_kwargs:
                    return nodes.Const(self._translators[name](*texts), lineno=held.lineno)
        self._word_phrases(held)
        return held


def _printer(wording: Wording) -> Callable[[object], str]:
    """Give a function that prints a value as it stands on a page: in words, and escaped."""

    def printed(value: object) -> str:
        kind = type(value)
        if kind is Markup:
            return cast("Markup", value)
        return said(value) if kind in SAID else escape(value)

    @lru_cache(MOST_PHRASES)
    def said(value: Said) -> str:
        return escaped(wording.say(value))

    return printed


def _worder(wording: Wording) -> Callable[[object], object]:
    """Give a function that puts a value into words, for where a template turns escaping off."""

    def worded(value: object) -> object:
        return wording.say(cast("Said", value)) if type(value) in SAID else value

    return worded


def _json_writer(wording: Wording) -> Callable[..., str]:
    """Give the function that writes JSON for `|tojson`."""

    def said(value: object) -> str:
        if type(value) in SAID:
            return wording.say(cast("Said", value))
        raise TypeError(f"{type(value).__name__} is nothing that JSON holds")

    encode = json.JSONEncoder(ensure_ascii=False, default=said).encode
    return lambda value, **_: encode(value)


def _translators(wording: Wording) -> Mapping[str, Callable[..., Markup]]:
    """Give the functions that Jinja's `_()` and `trans` call.

    A catalogue's phrases may hold markup, as the templates' own words do; the values in them are
    escaped, and said in the site's language like all that is printed.
    """

    def said(phrase: str, values: Mapping[str, Said]) -> Markup:
        return filled(phrase, {name: _value(wording, value) for name, value in values.items()})

    @lru_cache(MOST_PHRASES)
    def bare(text: str) -> Markup:
        return said(wording.gettext(text), {})

    def gettext(text: str, **values: Said) -> Markup:
        return said(wording.gettext(text), values) if values else bare(text)

    def pgettext(context: str, text: str, **values: Said) -> Markup:
        return said(wording.pgettext(context, text), values)

    @lru_cache(MOST_PHRASES)
    def counted(one: str, several: str, number: int) -> Markup:
        return said(wording.ngettext(one, several, number), {"num": number})

    def ngettext(one: str, several: str, number: int, **values: Said) -> Markup:
        if not values:
            return counted(one, several, number)
        return said(wording.ngettext(one, several, number), {"num": number, **values})

    return {"_": gettext, "gettext": gettext, "pgettext": pgettext, "ngettext": ngettext}


def _value(wording: Wording, value: Said) -> Said:
    """Say a value of a phrase; what a macro has printed is markup and stays so."""
    return value if isinstance(value, str) else wording.say(value)
