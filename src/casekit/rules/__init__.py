"""What must hold between the parts of a case.

Each rule takes what could be read, sound or not, and yields problems; none raises, and
none speaks of what another has told: what names a broken part is not called unknown.
"""

from casekit.rules.cells import cells
from casekit.rules.figures import figures
from casekit.rules.links import links
from casekit.rules.note import note, note_name
from casekit.rules.parity import parity
from casekit.rules.parts import ExhibitPart, Parts, SectionPart, SimulatorPart
from casekit.rules.reading import Length, lengths, reading
from casekit.rules.schedule import schedule
from casekit.rules.seals import seals
from casekit.rules.simulators import simulators
from casekit.rules.terms import terms
from casekit.rules.walkthrough import walkthrough, worded

__all__ = [
    "ExhibitPart",
    "Length",
    "Parts",
    "SectionPart",
    "SimulatorPart",
    "cells",
    "figures",
    "lengths",
    "links",
    "note",
    "note_name",
    "parity",
    "reading",
    "schedule",
    "seals",
    "simulators",
    "terms",
    "walkthrough",
    "worded",
]
