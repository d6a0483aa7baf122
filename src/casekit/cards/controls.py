"""How each kind of question is asked: its controls, and the value they stand for."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, VBox

from casekit.cards.field import Field, drop, line, lines, pick
from casekit.errors import AnswerError
from casekit.question import Asked, Choice, Grid, Number, Tag, Writing
from casekit.words import number, parse_number, say

if TYPE_CHECKING:
    from casekit.frozen import Language


class Controls:
    """The controls of one question.

    `fields` are named as `AnswerError.field` names them; `raw` and `fill` are what is
    typed, right or wrong; `value` is the answer it stands for.
    """

    def __init__(
        self, fields: dict[str, Field], *, extra: tuple[Any, ...] = ()
    ) -> None:
        self.fields = fields
        self.box = VBox([*(field.box for field in fields.values()), *extra])

    @property
    def raw(self) -> dict[str, Any]:
        return {name: field.value for name, field in self.fields.items()}

    @property
    def value(self) -> Any:  # noqa: ANN401
        return self.raw

    def fill(self, raw: dict[str, Any]) -> None:
        for name, field in self.fields.items():
            if name in raw:
                field.fill(raw[name])

    def translated(self, raw: dict[str, Any], language: Language) -> dict[str, Any]:  # noqa: ARG002
        """What was typed in a language, as it is typed in the card's own."""
        return raw

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        """Show a stored answer."""
        self.fill(value)

    def refresh(self) -> None:
        """Follow what was typed; only kinds that show something of it need to."""


@singledispatch
def controls(question: Asked, language: Language) -> Controls:
    """The controls of a question; one function for each kind."""
    raise TypeError(f"no controls ask a {type(question).__name__} in {language}")


@controls.register(Choice)
def _(question: Choice, language: Language) -> Controls:
    return _ChoiceControls(question, language)


@controls.register(Tag)
def _(question: Tag, language: Language) -> Controls:
    labels = [(label.text[language], label.id) for label in question.labels]
    return Controls(
        {
            statement.id: drop(
                f"{place}. {statement.text[language]}", labels, say("choose", language)
            )
            for place, statement in enumerate(question.statements, start=1)
        }
    )


@controls.register(Number)
def _(_: Number, language: Language) -> Controls:
    return _NumberControls(language)


@controls.register(Grid)
def _(question: Grid, language: Language) -> Controls:
    return _GridControls(question, language)


@controls.register(Writing)
def _(question: Writing, language: Language) -> Controls:
    return _WritingControls(question, language)


class _ChoiceControls(Controls):
    def __init__(self, question: Choice, language: Language) -> None:
        field = pick(say("your-choice", language), question.options, language)
        super().__init__({"": field})

    @property
    def value(self) -> Any:  # noqa: ANN401
        return self.fields[""].value

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill({"": value})


class _NumberControls(Controls):
    def __init__(self, language: Language) -> None:
        self._language = language
        names = ("low", "guess", "high")
        super().__init__({name: line(say(name, language)) for name in names})

    @property
    def value(self) -> dict[str, Any]:
        value: dict[str, Any] = {}
        for name, field in self.fields.items():
            typed = field.value.strip()
            value[name] = parse_number(typed, self._language) if typed else None
            if typed and value[name] is None:
                raise AnswerError("number-wrong", field=name)
        return value

    def translated(self, raw: dict[str, Any], language: Language) -> dict[str, Any]:
        parsed = {name: parse_number(typed, language) for name, typed in raw.items()}
        return {
            name: typed if amount is None else number(amount, self._language)
            for (name, typed), amount in zip(raw.items(), parsed.values(), strict=True)
        }

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill(
            {name: number(amount, self._language) for name, amount in value.items()}
        )


class _GridControls(Controls):
    """Two lists of bands for each item, and a small picture of the point they make."""

    def __init__(self, question: Grid, language: Language) -> None:
        self._question, self._language = question, language
        fields: dict[str, Field] = {}
        several = len(question.items) > 1
        for item in question.items:
            for side, axis in (("across", question.across), ("up", question.up)):
                label = axis.text[language]
                if several:
                    label = f"{item.text[language]} – {label}"
                fields[f"{item.id}.{side}"] = pick(label, axis.bands, language)
        self._picture = HTML()
        super().__init__(fields, extra=(self._picture,))
        self.refresh()

    @property
    def value(self) -> dict[str, Any]:
        return {
            item.id: {
                side: self.fields[f"{item.id}.{side}"].value
                for side in ("across", "up")
            }
            for item in self._question.items
        }

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill(
            {
                f"{item}.{side}": band
                for item, point in value.items()
                for side, band in point.items()
            }
        )

    def refresh(self) -> None:
        value = self.value
        self._picture.value = "".join(
            self._point(item.text[self._language], value[item.id])
            for item in self._question.items
        )

    def _point(self, item: str, point: dict[str, Any]) -> str:
        across, up = self._question.across, self._question.up
        rows = ""
        for band in reversed(up.bands):
            cells = ""
            for column in across.bands:
                here = point == {"across": column.id, "up": band.id}
                cells += '<td class="casekit-here">●</td>' if here else "<td></td>"
            head = escape(band.text[self._language])
            rows += f'<tr><th scope="row">{head}</th>{cells}</tr>'
        heads = "".join(
            f'<th scope="col">{escape(column.text[self._language])}</th>'
            for column in across.bands
        )
        caption = f"{item}: {up.text[self._language]} × {across.text[self._language]}"
        return (
            f'<table class="casekit-point"><caption>{escape(caption)}</caption>'
            f'<tbody>{rows}<tr><td class="casekit-corner"></td>{heads}</tr>'
            "</tbody></table>"
        )


class _WritingControls(Controls):
    """A box, or several named ones, each with its count of characters."""

    def __init__(self, question: Writing, language: Language) -> None:
        self._question, self._language = question, language
        if question.fields:
            fields = {f.id: lines(f.text[language]) for f in question.fields}
        else:
            fields = {"": lines(say("your-text", language))}
        self._counts = {name: HTML() for name in fields}
        super().__init__(fields)
        for name, field in fields.items():
            field.box.children = (*field.box.children, self._counts[name])
        self.refresh()

    @property
    def value(self) -> Any:  # noqa: ANN401
        return self.raw if self._question.fields else self.fields[""].value

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill(value if self._question.fields else {"": value})

    def refresh(self) -> None:
        for name, field in self.fields.items():
            told = say(
                "characters",
                self._language,
                length=len(field.value),
                limit=self._question.limit,
            )
            self._counts[name].value = f'<span class="casekit-count">{told}</span>'
