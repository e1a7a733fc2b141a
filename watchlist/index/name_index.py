"""Names by their words. First cut: exact words, their first four letters, and their consonants."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from watchlist.names.tokens import tokens

_VOWELS = str.maketrans("", "", "AEIOUYHW")


def keys(word: str) -> tuple[str, ...]:
    """What a word is filed under."""
    skeleton = word.translate(_VOWELS)
    return (f"={word}", f"4{word[:4]}", f"c{word[:1]}{skeleton}")


class NameIndex:
    """From words to entry ids. Not thread-safe: whoever changes it does so on a copy or under a lock."""

    def __init__(self) -> None:
        self._by_key: defaultdict[str, set[str]] = defaultdict(set)
        self._names: dict[str, tuple[str, ...]] = {}
        self._words: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._names)

    def add(self, entry_id: str, names: Sequence[str]) -> None:
        """File an entry, or file it anew."""
        self.remove(entry_id)
        self._names[entry_id] = tuple(names)
        for word in _words(names):
            self._words[word] += 1
            for key in keys(word):
                self._by_key[key].add(entry_id)

    def remove(self, entry_id: str) -> None:
        """Forget an entry; unknown ones are no fault."""
        for word in _words(self._names.pop(entry_id, ())):
            self._words[word] -= 1
            for key in keys(word):
                self._by_key[key].discard(entry_id)

    def weight(self, word: str) -> float:
        """Information in a word, in nats: the rarer among the listed names, the more."""
        return math.log((len(self._names) + 20_000) / (self._words[word] + 2))

    def candidates(self, names: Iterable[str], limit: int) -> list[str]:
        """Ids that share words with the names, those with the rarest shared words first."""
        scores: Counter[str] = Counter()
        for word in _words(names):
            for key in keys(word):
                filed = self._by_key.get(key, set())
                if not filed:
                    continue
                gain = math.log((len(self._names) + 1) / len(filed)) + 0.1
                for entry_id in filed:
                    scores[entry_id] += gain  # type: ignore[assignment]  # Counter counts floats just as well
        return [entry_id for entry_id, _ in scores.most_common(limit)]


def _words(names: Iterable[str]) -> set[str]:
    return {word for each in names for word in tokens(each)}
