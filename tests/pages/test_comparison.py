from newsarchive.annotation import Witness
from newsarchive.article import Span
from newsarchive.pages.comparison import Piece, Side, compare, plain_pieces

_TALE = "the miller took his two grey mules down to the ford before the frost had left the reeds that morning"


def _whole(article):
    return article, Witness(article.id, tuple(Span(block.id, 0, len(block.text)) for block in article.blocks))


def _two(write_archive, ours, theirs):
    archive = write_archive({"a": ("1900", *ours), "b": ("1901", *theirs)})
    return compare(_whole(archive.article_by_id["a"]), _whole(archive.article_by_id["b"]))


def _read(pieces, *sides):
    return "".join(piece.text + " " * piece.gap for piece in pieces if piece.side in sides).strip()


def test_the_same_words_are_verbatim_whatever_their_quotation_marks(write_archive):
    comparison = _two(write_archive, [f"“Yes,” {_TALE}."], [f'"Yes," {_TALE}.'])

    assert comparison.verbatim


def test_each_witness_can_be_read_back_from_the_pieces(write_archive):
    ours, theirs = f"{_TALE}, all said.", f"{_TALE.replace('grey mules', 'brown old oxen')}, all said."
    comparison = _two(write_archive, [ours], [theirs])
    pieces = list(comparison.pieces)

    assert not comparison.verbatim
    assert _read(pieces, Side.BOTH, Side.THEIRS) == theirs
    assert _read(pieces, Side.BOTH, Side.OURS) == ours


def test_a_hyphen_stays_with_the_word_that_goes(write_archive):
    pieces = list(_two(write_archive, [f"Lower-Saxon {_TALE}"], [f"Saxon {_TALE}"]).pieces)

    assert pieces[0] == Piece(Side.OURS, "Lower-", gap=False)
    assert pieces[1].text.startswith("Saxon the miller")


def test_a_further_block_begins_with_a_pilcrow(write_archive):
    comparison = _two(write_archive, [f"{_TALE}.", f"{_TALE[::-1]}."], [f"{_TALE}.", f"{_TALE[::-1]}."])

    assert [piece.text for piece in comparison.pieces] == [f"{_TALE}. ¶ {_TALE[::-1]}."]
    assert plain_pieces(*comparison.ours) == (Piece(Side.BOTH, f"{_TALE}. ¶ {_TALE[::-1]}."),)


def test_differences_show_a_few_words_around_each_change(write_archive):
    pieces = list(_two(write_archive, [_TALE], [_TALE.replace("ford", "weir")]).differences())

    assert pieces == [
        Piece(Side.BOTH, "his two grey mules down to the", cut=True),
        Piece(Side.OURS, "ford"),
        Piece(Side.THEIRS, "weir"),
        Piece(Side.BOTH, "before the frost had left the reeds"),
    ]


def test_differences_of_verbatim_witnesses_show_both_ends(write_archive):
    pieces = list(_two(write_archive, [_TALE], [_TALE]).differences())

    assert [(piece.text, piece.cut) for piece in pieces] == [
        ("the miller took his two grey mules", False),
        ("frost had left the reeds that morning", True),
    ]


def test_a_short_common_stretch_between_two_changes_is_shown_whole(write_archive):
    theirs = _TALE.replace("miller", "baker").replace("grey", "brown")
    pieces = list(_two(write_archive, [_TALE], [theirs]).differences())

    assert Piece(Side.BOTH, "took his two") in pieces
    assert not any(piece.cut for piece in pieces[1:-1])
