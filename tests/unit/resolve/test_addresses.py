r"""Addresses that PowerPoint calls damage, programs and shares are no links; their words stay."""

import io
import zipfile

import pytest

import deckgen
from deckgen.compiler import Options, build_text
from deckgen.resolve.addresses import PROGRAMS, SHARES, fault_of, needed_for
from deckgen.wording import texts_in

SHARE = "\\\\host\\share"


def read(written, *allowed):
    """Return the runs of a body, and what is said of them."""
    text = f"slides:\n  - title: t\n    body: |\n      {written}\n"
    build = build_text(text, options=Options(allowed_links=allowed))
    deck = build.deck()
    (block,) = deck.slides[0].content
    runs = [run for runs in texts_in(block) for run in runs]
    return runs, build.sink.sorted()


@pytest.mark.parametrize(
    "address",
    [
        *("http://", "ftp://", "http://[::1", "http://a:99999/", "http://a..b", "http://.a/"),
        *("http:foo", "http:/foo", "http:///x", "http://:80/", "http://h:80a/", "HTTPS://a..b/"),
        *("http://[::1]x/", "http://[zz]/", "http://a@/", "http://a%20b/", "http://ex%61mple.org/"),
        f"http://{'a' * 64}.org/",
        f"http://a.org/{'a' * 65_536}",
    ],
)
def test_what_is_no_address_has_a_fault(address):
    assert fault_of(address)


@pytest.mark.parametrize(
    "address",
    [
        *("http://a", "https://example.org", "https://example.org./", "ftp://a/b", "http://a_b.c/"),
        *("http://[::1]/", "http://[::1]:80/", "http://u:p@h:65535/", "http://h:/", "http://h?q#f"),
        *("https://日本語.jp/東京", "mailto:a@b.c", "tel:+81-3", "data.xlsx", "#id", "a/b.pdf?x=1"),
        "https://example.org/setup.exe",
    ],
)
def test_an_address_has_none_and_needs_no_leave(address):
    assert (fault_of(address), needed_for(address)) == ("", "")


@pytest.mark.parametrize(
    "address",
    [
        *("setup.exe", "./a/SETUP.EXE", "a\\b.bat", "x.lnk?y", "x.ps1#y", "setup%2Eexe", "x.vbs ."),
        ".exe",
    ],
)
def test_a_file_that_is_run_is_a_program(address):
    assert needed_for(address) == PROGRAMS


@pytest.mark.parametrize("address", [SHARE, "\\host\\share", "/\\host/a.exe", "%5C%5Chost%5Cshare"])
def test_a_path_on_another_machine_is_a_share(address):
    assert needed_for(address) == SHARES


@pytest.mark.parametrize(
    "written", ["<http://>", "<http://[::1>", "<http://a:99999/>", "<http://a..b>", "<ftp://>"]
)
def test_what_is_no_address_is_shown_as_it_is_written_with_a_warning(written):
    (run,), (item,) = read(written)
    assert (run.text, run.link) == (written.strip("<>"), None)
    assert (item.code.slug, item.is_error) == ("bad-address", False)


@pytest.mark.parametrize(
    ("address", "allowance"), [("setup.exe", PROGRAMS), (SHARE, SHARES), ("a/b.cmd", PROGRAMS)]
)
def test_programs_and_shares_are_linked_to_where_that_is_allowed(address, allowance):
    (run,), (item,) = read(f"[see]({address})")
    assert (run.text, run.link) == ("see", None)
    assert (item.code.slug, item.is_error) == ("link-not-allowed", False)
    assert f"--allow-links {allowance}" in item.hints[-1]
    assert ("https://" in item.hints[0]) == (allowance == PROGRAMS)
    (run,), said = read(f"[see]({address})", allowance)
    assert run.link is not None
    assert said == ()


def test_a_share_is_written_as_an_address():
    (run,), _ = read(f"[see]({SHARE})", SHARES)
    assert run.link.target == "file://host/share"


def test_none_of_them_is_in_the_file():
    bad = ("<http://a..b>", "[x](setup.exe)", f"[x]({SHARE})", "[good](https://example.org/)")
    text = (
        "deck: {footer: 'at <http://a..b>'}\ntitle: {title: '[t](x.exe)', author: '[a](x.exe)'}\n"
        "slides:\n  - title: '[t](setup.exe)'\n    footnotes: ['[f](setup.exe)']\n    notes: "
        "'[n](setup.exe)'\n    body:\n      - table: [['[c](setup.exe)']]\n"
        + "".join(f"      - '{item}'\n" for item in bad)
    )
    compiled = deckgen.compile(text)
    assert compiled.output is not None
    with zipfile.ZipFile(io.BytesIO(compiled.output)) as file:
        written = b"".join(file.read(name) for name in file.namelist() if ".rels" in name)
    assert b"https://example.org/" in written
    for word in (b".exe", b"a..b", b"share"):
        assert word not in written
