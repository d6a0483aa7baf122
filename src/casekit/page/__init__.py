"""A page: one text file of a case, read once, that knows the line of everything in it.

No file, however broken or hostile, can do more than be told what is wrong with it.
"""

from casekit.page.markup import read_yaml
from casekit.page.table import Table, read_csv
from casekit.page.text import Loc, Page, read_text, texts

__all__ = ["Loc", "Page", "Table", "read_csv", "read_text", "read_yaml", "texts"]
