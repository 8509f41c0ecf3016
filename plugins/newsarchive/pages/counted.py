"""Numbers with what they count."""


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, which an `s` makes several: `1 article`, `2 articles`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
