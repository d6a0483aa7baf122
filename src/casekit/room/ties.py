"""Which browser started which kernel: only that browser may speak to it."""

from __future__ import annotations


class Ties:
    """Kernels by id, each with the name of its owner, oldest first."""

    def __init__(self) -> None:
        self._owners: dict[str, str] = {}

    def __len__(self) -> int:
        return len(self._owners)

    def tie(self, kernel: str, owner: str) -> None:
        self._owners[kernel] = owner

    def untie(self, kernel: str) -> None:
        self._owners.pop(kernel, None)

    def ties(self, kernel: str, owners: frozenset[str]) -> bool:
        """Whether one of these started the kernel.

        >>> ties = Ties()
        >>> ties.tie("k1", "ani")
        >>> ties.ties("k1", frozenset({"ani"})), ties.ties("k1", frozenset({"budi"}))
        (True, False)
        """
        return self._owners.get(kernel) in owners

    def of(self, owner: str) -> list[str]:
        return [kernel for kernel, who in self._owners.items() if who == owner]
