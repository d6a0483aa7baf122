"""What a class sees of its weightings of the gallery; nobody can be singled out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from casekit.charts import Chart, quartile_chart
from casekit.models.appraisal import COARSE_GRID, WHOLE
from casekit.models.gallery import TIE
from casekit.simulators import gallery_paint as paint
from casekit.simulators.crowd import too_few
from casekit.tally import cells, quartiles
from casekit.words import number, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casekit.frozen import Language
    from casekit.models.appraisal import Appraisal
    from casekit.simulator import Simulator

FRAGILE = 5  # points: one step of a weight's lever


def winners(
    simulator: Simulator, found: Sequence[Appraisal], language: Language
) -> Chart:
    names = {option.id: option.text[language] for option in simulator.options}
    ids = list(names)
    won = cells(ids, [ids[appraisal.first] for appraisal in found])
    header = (say("gallery-option", language), "n", say("gallery-of-class", language))
    mean = replace(found[0], shares=np.mean([a.shares for a in found], axis=0))
    told = say("gallery-class-mean", language, first=names[ids[mean.first]])
    if won.nearly_all is not None:
        sentence = say("gallery-class-agrees", language, first=names[won.nearly_all])
        row = (names[won.nearly_all], say("nearly-all", language), "")
        return Chart(f"{sentence} {told}", header, (row,), ((won.nearly_all,),))
    if not won.cells:
        return too_few(language)
    bars, rows = [], []
    for cell in won.cells:
        alone = len(cell.options) == 1
        name = ", ".join(names[option] for option in cell.options)
        notes = [
            say(key, language)
            for key, holds in (
                (
                    "gallery-fragile",
                    alone and _fragile(found, ids.index(cell.options[0])),
                ),
                ("gallery-mean", cell.options == (ids[mean.first],)),
            )
            if holds
        ]
        share = round(cell.count / len(found) * WHOLE)
        percent = say("gallery-percent", language, share=share)
        rows.append((name, number(cell.count, language), "; ".join([percent, *notes])))
        label = name if alone else say("merged", language)
        bars.append(paint.Part(label, cell.count, percent, tuple(notes), whole=alone))
    points = tuple((cell.options, cell.count) for cell in won.cells)
    drawing = paint.parts(bars, language)
    height = 0.3 + 0.9 * len(bars)
    sentence = say("gallery-class", language, count=len(found))
    told = f"{sentence} {told} {say('gallery-judgement', language)}"
    return Chart(told, header, tuple(rows), points, drawing, height)


def _fragile(found: Sequence[Appraisal], first: int) -> bool:
    """Whether half of those for whom this option is first would lose it by one step."""
    theirs = [appraisal for appraisal in found if appraisal.first == first]
    lost = [
        crossing is not None and crossing.shift <= FRAGILE + TIE
        for crossing in (a.crossing(first, COARSE_GRID) for a in theirs)
    ]
    return 2 * sum(lost) >= len(theirs)


def weights(
    simulator: Simulator, found: Sequence[Appraisal], language: Language
) -> Chart:
    """The middle half of each criterion's weights; dots could be pieced together."""
    shares = np.array([appraisal.shares for appraisal in found]) * WHOLE
    points = tuple(
        (criterion.text[language], *quartiles(column))
        for criterion, column in zip(simulator.criteria, shares.T.tolist(), strict=True)
    )
    sentence = say("gallery-class-weights", language, count=len(found))
    return quartile_chart(sentence, points, language)
