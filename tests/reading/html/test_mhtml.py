from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from newsarchive.reading.html.mhtml import page_in_mhtml

PAGE = "<html><body><p>Паром</p></body></html>"
PART = "Content-Type: text/html; charset={}\nContent-Transfer-Encoding: 8bit\n\n"


def test_the_first_page_of_the_archive_is_returned():
    message = MIMEMultipart("related")
    for part in (MIMEText("x", "css"), MIMEText(PAGE, "html", "windows-1251"), MIMEText("<p>frame", "html")):
        message.attach(part)
    assert page_in_mhtml(message.as_bytes()) == PAGE.encode()


@pytest.mark.parametrize("charset", ["utf-8", "nonsense", "windows-1251"])
def test_a_page_that_is_not_in_the_encoding_that_it_says_is_left_to_itself(charset):
    data = PART.format("utf-8" if charset == "windows-1251" else charset).encode()
    page = PAGE.encode("windows-1251" if charset == "windows-1251" else "utf-8")
    assert page_in_mhtml(data + page) == page


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"\xff" * 999,
        MIMEText("x").as_bytes(),
        "".join(f"Content-Type: multipart/mixed; boundary={at}\n\n--{at}\n" for at in range(3000)).encode(),
    ],
)
def test_what_holds_no_page_is_none(data):
    assert page_in_mhtml(data) is None
