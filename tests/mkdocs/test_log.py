import logging

from newsarchive.mkdocs.log import core_log_forwarded

CORE = logging.getLogger("newsarchive.some.module")


def messages(caplog):
    return [(record.levelname, record.getMessage()) for record in caplog.records if record.name.startswith("mkdocs")]


def test_a_warning_of_the_core_reaches_mkdocs(caplog):
    with core_log_forwarded():
        CORE.warning("%d seeds are %s", 2, "100% odd")
    assert messages(caplog) == [("WARNING", "newsarchive: 2 seeds are 100% odd")]


def test_a_note_of_the_core_reaches_mkdocs_where_mkdocs_listens_for_notes(caplog):
    caplog.set_level(logging.INFO, "mkdocs")
    with core_log_forwarded():
        CORE.info("fine")
        CORE.debug("too fine")
    assert messages(caplog) == [("INFO", "newsarchive: fine")]


def test_outside_the_build_the_core_logs_where_its_user_wants(caplog):
    level = logging.getLogger("newsarchive").level
    with core_log_forwarded():
        pass
    CORE.warning("on its own")
    assert messages(caplog) == []
    assert logging.getLogger("newsarchive").level == level
