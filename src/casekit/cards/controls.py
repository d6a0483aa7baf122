"""How each kind of question is asked: its controls, and the value they stand for."""

from __future__ import annotations

from functools import singledispatch
from html import escape
from typing import TYPE_CHECKING, Any

from ipywidgets import HTML, VBox

from casekit.cards.field import Field, drop, line, lines, pick
from casekit.errors import AnswerError
from casekit.question import (
    WHOLE,
    Allocate,
    Asked,
    Choice,
    Grid,
    Number,
    Rank,
    Tag,
    Writing,
)
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
    names = ("low", "guess", "high")
    return _NumberControls(
        language, {name: line(say(name, language)) for name in names}
    )


@controls.register(Grid)
def _(question: Grid, language: Language) -> Controls:
    return _GridControls(question, language)


@controls.register(Writing)
def _(question: Writing, language: Language) -> Controls:
    return _WritingControls(question, language)


@controls.register(Rank)
def _(question: Rank, language: Language) -> Controls:
    return _RankControls(question, language)


@controls.register(Allocate)
def _(question: Allocate, language: Language) -> Controls:
    return _AllocateControls(question, language)


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
    """Named numbers, each on a short line."""

    def __init__(
        self,
        language: Language,
        fields: dict[str, Field],
        *,
        extra: tuple[Any, ...] = (),
    ) -> None:
        self._language = language
        super().__init__(fields, extra=extra)

    @property
    def value(self) -> dict[str, Any]:
        return {
            name: typed_number(field, name, self._language)
            for name, field in self.fields.items()
        }

    def translated(self, raw: dict[str, Any], language: Language) -> dict[str, Any]:
        return {
            name: rewritten(typed, language, self._language)
            for name, typed in raw.items()
        }

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill(
            {name: number(amount, self._language) for name, amount in value.items()}
        )


def typed_number(field: Field, name: str, language: Language) -> float | int | None:
    """The number typed in a field, None where nothing is typed.

    Raises:
        AnswerError: what is typed is no number in this language.
    """
    typed = field.value.strip()
    amount = parse_number(typed, language) if typed else None
    if typed and amount is None:
        raise AnswerError("number-wrong", field=name)
    return amount


def rewritten(typed: str, language: Language, other: Language) -> str:
    """What was typed as a number in one language, as the other writes it."""
    amount = parse_number(typed, language)
    return typed if amount is None else number(amount, other)


class _RankControls(Controls):
    """A place for each item, and the order that they make so far."""

    def __init__(self, question: Rank, language: Language) -> None:
        self._question, self._language = question, language
        places = range(1, len(question.items) + 1)
        pairs = [(number(place, language), place) for place in places]
        choose = say("choose", language)
        fields = {
            item.id: drop(item.text[language], pairs, choose) for item in question.items
        }
        self._order = HTML()
        super().__init__(fields, extra=(self._order,))
        self.refresh()

    @property
    def value(self) -> list[str]:
        taken: dict[int, str] = {}
        for name, place in self.raw.items():
            if place in taken:
                raise AnswerError("place-doubled", field=name)
            if place is not None:
                taken[place] = name
        return [taken[place] for place in sorted(taken)]

    def fill_answer(self, value: Any) -> None:  # noqa: ANN401
        self.fill({name: place for place, name in enumerate(value, start=1)})

    def refresh(self) -> None:
        placed = [
            (place, item.text[self._language])
            for item in self._question.items
            if (place := self.fields[item.id].value) is not None
        ]
        told = "".join(f"\n{place}. {text}" for place, text in sorted(placed))
        words = say("order-so-far", self._language, order=told or "–")
        self._order.value = f'<span class="casekit-count">{escape(words)}</span>'


class _AllocateControls(_NumberControls):
    """A number for each part, and the sum that they make so far."""

    def __init__(self, question: Allocate, language: Language) -> None:
        parts = {part.id: line(part.text[language]) for part in question.parts}
        self._sum = HTML()
        super().__init__(language, parts, extra=(self._sum,))
        self.box.add_class("casekit-parts")
        self.refresh()

    def refresh(self) -> None:
        typed = (field.value.strip() for field in self.fields.values())
        amounts = (parse_number(words, self._language) for words in typed)
        total = round(sum(amount for amount in amounts if amount is not None), 4)
        left = round(WHOLE - total, 4)
        key = "sum-so-far" if left > 0 else "sum-beyond" if left else "sum-whole"
        words = say(key, self._language, total=total, left=left, over=-left)
        self._sum.value = f'<span class="casekit-count">{escape(words)}</span>'


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
