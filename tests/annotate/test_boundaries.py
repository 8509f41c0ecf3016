"""Boundaries: where a name stands as a word of its own."""

import pytest

from newsarchive.annotate.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ostra", ["Ostra"]),
        ("Ostra.", ["Ostra"]),
        ("(Ostra)", ["Ostra"]),
        ("“Ostra”", ["Ostra"]),
        ("'Ostra'", ["Ostra"]),
        ("#Ostra", ["Ostra"]),
        ("Ostra's army and Ostra’s navy", ["Ostra", "Ostra"]),
        ("OSTRA'S ARMY", ["OSTRA"]),
        ("Naples' harbour", ["Naples"]),
        ("Ostra'll see", ["Ostra"]),
        ("Ostran", []),
        ("Neostra and NeoOstra", []),
        ("Ostra2 and Ostra_x and x_Ostra", []),
        ("_Ostra_ and __Ostra__", ["Ostra", "Ostra"]),
        ("Ostra\u0301", []),
        ("O'Ostra", []),
        ("Sana'a and Sana’a", []),
        ("ostra", []),
        ("oSTRA", []),
        ("OSTRA", ["OSTRA"]),
        ("DAILY HARBOUR POST", ["HARBOUR POST"]),
        ("Ani and ANI", ["Ani"]),
        ("Al-Hadi and al-Hadi", ["Al-Hadi", "al-Hadi"]),
        ("BAKI", ["BAKI"]),
        ("IZMİR and IZMIR", ["IZMİR", "IZMIR"]),
        ("Upper-Ostra", ["Upper-Ostra"]),
        ("Lower-Ostra", []),
        ("Upper‑Ostra and Upper–Ostra", ["Upper‑Ostra", "Upper–Ostra"]),
        ("Ostra-based and Ostra-brokered", ["Ostra", "Ostra"]),
        ("Ostra-Wend road", ["Ostra"]),
        ("the Naples-Ostra line", ["Naples", "Ostra"]),
        ("the Naples–Ostra line", ["Naples", "Ostra"]),
        ("the Naples-Paris-Ostra line", []),
        ("Ostra- and", ["Ostra"]),
        ("- Ostra -", ["Ostra"]),
        ("over Ostrahttps://t.co/Ab3 pic", ["Ostra"]),
        ("over Upper-Ostrahttp://t.co/Ab3", ["Upper-Ostra"]),
        ("over Ostrapic.twitter.com/Ab3", ["Ostra"]),
        ("https://t.co/Ostra and https://x.org/a/Ostra/b", []),
        ("pic.twitter.com/Ostra", []),
        ("www.Ostra.org", []),
        ("Ostra.com", []),
        ("@Ostra", []),
        ("press@Ostra and Ostra@press", []),
        ("Ostra/Naples", ["Ostra", "Naples"]),
        ("他在拉萨说", ["拉萨"]),
        ("the Defense\nMinistry", ["Defense\nMinistry"]),
        ("the Defense \u00a0 Ministry", ["Defense \u00a0 Ministry"]),
        ("the Defense\u00a0Ministry", ["Defense\u00a0Ministry"]),
        ("the Def\u00adense Min\u00adistry", ["Def\u00adense Min\u00adistry"]),
        ("Upper-\nOstra", ["Upper-\nOstra"]),
        ("Lower-\nOstra", []),
        ("Ostra’s Defense Ministry", ["Ostra’s Defense Ministry"]),
        ("San Marco Defense Ministry", ["San Marco", "Defense Ministry"]),
        ("\u200eOstra\u200f", ["Ostra"]),
        ("\ufeffOstra", ["Ostra"]),
        ("", []),
    ],
)
def test_a_name_stands_between_boundaries(text, expected, words):
    assert words(text) == expected


def test_composed_and_decomposed_letters_are_the_same(article_of, index_of):
    text = "In Ag\u0306dam, Ağdam and A\u0323g\u0306dam"
    mentions = find_mentions(article_of(text), index_of(("places/a", "town", "Ağdam"))).mentions
    assert [(mention.span.start, mention.text) for mention in mentions] == [(3, "Ag\u0306dam"), (11, "Ağdam")]
