from newsarchive.archive import Archive
from newsarchive.pages.redirects import redirect_files, redirect_problems
from newsarchive.pages.setting import Setting
from newsarchive.reading.redirects import Redirect

MOVED = Redirect("articles/old/", "articles/new/", 1, 1)


def test_a_page_stands_at_the_old_address_and_leads_to_the_new():
    ((path, content),) = redirect_files(Setting(Archive((), redirects=(MOVED,))))
    assert path == "articles/old/index.html"
    assert b'content="0; url=../new/index.html"' in content
    assert b'<a href="../new/index.html">articles/new/</a>' in content


def test_a_redirect_to_a_page_is_right():
    assert list(redirect_problems(Archive((), redirects=(MOVED,)), {"articles/new/"})) == []


def test_a_redirect_from_a_page_or_to_none_is_told():
    problems = list(redirect_problems(Archive((), redirects=(MOVED,)), {"articles/old/"}))
    assert [problem.code for problem in problems] == ["redirect-taken", "redirect-nowhere"]
    assert {problem.path for problem in problems} == {"redirects.yml"}
