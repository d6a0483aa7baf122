"""What is taken home as files: a case's teaching note and its run sheet."""

from casekit.report.files import write_note

__all__ = ["write_note"]
