import pytest

from newsarchive.reading.front_matter import front_matter, is_left_open


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "..."])
def test_front_matter_is_what_stands_between_its_fences(end, close):
    text = end.join(["---  ", "title: Flood", "date: 2021-03-04", f"{close} ", "Text", "---", ""])
    matter = front_matter(text)
    assert matter is not None
    assert matter.yaml == f"title: Flood{end}date: 2021-03-04{end}"
    assert matter.field.text == text[: matter.field.range.end]
    assert matter.field.text.endswith(close)
    assert matter.field.name == "front matter"


def test_front_matter_may_be_empty_and_end_the_file():
    matter = front_matter("---\n---")
    assert matter is not None
    assert matter.yaml == ""
    assert matter.field.range.end == 7


@pytest.mark.parametrize(
    "text",
    ["", "---", "--- x\n---\n", " ---\na: b\n---\n", "----\na: b\n---\n", "---\na: b\n ---\n", "---\na: b\n----\n"],
)
def test_what_is_no_front_matter(text):
    assert front_matter(text) is None


@pytest.mark.parametrize("text", ["---\ntitle: Flood\nText\n", "---\n\ntitle : x"])
def test_front_matter_that_is_never_closed_is_seen(text):
    assert is_left_open(text)


@pytest.mark.parametrize("text", ["---\nFlood in Oldtown\n", "---\n", "", "---\na: b\n---\n", "title: Flood\n"])
def test_what_is_not_left_open(text):
    assert not is_left_open(text)
