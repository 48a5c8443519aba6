"""What looks like Markdown and means nothing is told at its place, and what is meant so is not."""

import pytest

from deckgen.content import plain
from deckgen.diagnostics import Sink
from deckgen.markdown import Reading, parse_body, parse_inline
from deckgen.passage import Passage
from deckgen.source import Source
from tests.unit.markdown.conftest import passage, reading


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a ![x](my photo.png) b", "unrendered-picture", "![x](my photo.png)"),
        ("![[photo.png|300]]", "unrendered-picture", "![[photo.png|300]]"),
        ("a ++new++ b", "unrendered-emphasis", "++new++"),
        ("[b]bold[/b] words", "unrendered-emphasis", "[b]bold[/b]"),
        ("as told [@key2020; p. 3]", "unrendered-reference", "[@key2020; p. 3]"),
        ("Dear {{ name }}", "unrendered-command", "{{ name }}"),
        (r"some \textbf{words}", "unrendered-command", r"\textbf{words}"),
        ("a\n\n???\n\nb", "unrendered-div", "???"),
        ("::left::\n\na", "unrendered-div", "::left::"),
        ("+---+---+\n| a | b |\n+---+---+", "unrendered-table", "+---+---+"),
        ("see [text][undefined]", "unrendered-reference", "[text][undefined]"),
        ("[text][]", "unrendered-reference", "[text][]"),
        ("[a] (https://b.example)", "unrendered-link", "[a] (https://b.example)"),
        ("[a](b c.pdf)", "unrendered-link", "[a](b c.pdf)"),
        ("`a`{.python}", "unrendered-attributes", "{.python}"),
        ("# Head {#head}", "unrendered-attributes", "{#head}"),
        ("![x](y.png){width=50%}", "unrendered-attributes", "{width=50%}"),
        ("> [!ACHTUNG] a", "unrendered-callout", "[!ACHTUNG]"),
        ("::: {.notes}", "unrendered-div", "::: {.notes}"),
        ("```{note}\na\n```", "unrendered-callout", "```{note}"),
        ("a\n\n...\n\nb", "unrendered-pause", "..."),
        ("a |b\n--|--|--\nc | d", "unrendered-table", "--|--|--"),
        ("- __新規__を", "unrendered-emphasis", "__新規__"),
        ("**重要 **です", "unrendered-emphasis", "**重要 **"),
        ("これは :tada:です", "unrendered-emoji", ":tada:"),
        ("a<sup>2", "unrendered-html", "<sup>"),
        ("<p align=center>a</p>", "unrendered-html", "<p align=center>"),
        ("<u class='x'>a</u>", "unrendered-html", "<u class='x'>"),
        ("a^[note]", "unrendered-footnote", "^[note]"),
        ("####### a", "unrendered-heading", "####### a"),
        ("```dot\na->b\n```", "unrendered-diagram", "```dot"),
        ("| a |\n|---|\n| b | c |", "uneven-table", "| b | c |"),
        ("a\n\n[b]: https://c.example", "unused-definition", "[b]: https://c.example"),
    ],
)
def test_it_is_told_at_its_place(told, text, code, place):
    assert (code, place) in [found[:2] for found in told(text)]


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        # LaTeX
        ("\\begin{itemize}", "command", "\\begin{itemize}", "`- ` before each item"),
        ("\\item one", "command", "\\item one", "`- ` before each item"),
        ("\\begin{frame}{Costs}", "command", "\\begin{frame}{Costs}", "have keys"),
        ("a\n\\begin{pmatrix}", "math", "\\begin{pmatrix}", "`$$`"),
        (r"half is \frac{1}{2}", "math", r"\frac{1}{2}", "between `$`"),
        (r"\textcolor{red}{x} a", "command", r"\textcolor{red}{x}", "in Markdown"),
        (r"\href{https://a.example}{b}", "command", r"\href{https://a.example}{b}", "[text]("),
        # Org
        ("#+TITLE: Costs", "command", "#+TITLE: Costs", "`title:`"),
        ("#+begin_src python", "command", "#+begin_src python", "write ```"),
        (":PROPERTIES:", "command", ":PROPERTIES:", "remove it"),
        ("DEADLINE: <2026-04-01 Wed>", "command", "DEADLINE: <2026-04-01 Wed>", "remove it"),
        ("** 費用について", "heading", "** 費用について", "`### 費用について`"),
        ("see [[https://a.example][b]]", "link", "[[https://a.example][b]]", "`[b](https://a.ex"),
        ("| a | b |\n|---+---|\n| 1 | 2 |", "table", "|---+---|", "`|---|---|`"),
        # Jira, wikis, AsciiDoc, reStructuredText
        ("h2. 費用", "heading", "h2. 費用", "`### 費用`"),
        ("bq. said so", "block", "bq. said so", "`> said so`"),
        ("{code}\nx = 1\n{code}", "command", "{code}", "write it in Markdown"),
        ("{code:java}\nx\n", "command", "{code:java}", "write it in Markdown"),
        ("a {color:red}word", "command", "{color:red}", "write it in Markdown"),
        ("|| a || b ||\n| 1 | 2 |", "table", "|| a || b ||", "`| a | b |`"),
        ("[words|https://a.example]", "link", "[words|https://a.example]", "`[words](https:"),
        ("a !chart.png|width=300!", "picture", "!chart.png|width=300!", "](chart.png)"),
        ("[https://a.example our page]", "link", "[https://a.example our page]", "`[our page]("),
        ("== 費用 ==", "heading", "== 費用 ==", "`### 費用`"),
        ("== Costs", "heading", "== Costs", "`### Costs`"),
        ("image::chart.png[Costs]", "picture", "image::chart.png[Costs]", "](chart.png)"),
        (".. image:: chart.png", "picture", ".. image:: chart.png", "](chart.png)"),
        (".. note:: mind this", "command", ".. note:: mind this", "> [!NOTE]"),
        ("see :ref:`costs`", "command", ":ref:", "a link"),
        # Obsidian, Quarto, diagrams
        ("a %%not shown%% b", "command", "%%not shown%%", "<!--"),
        ("a\n\nsee above ^block-id", "command", "^block-id", "`id:`"),
        ("as @fig-costs shows", "reference", "@fig-costs", "](#id)"),
        ("flowchart LR\nA --> B", "diagram", "flowchart LR", "```mermaid"),
        ("@startuml\nA -> B\n@enduml", "diagram", "@startuml", "as a picture"),
        ("[x] plan\n[ ] ask them", "block", "[ ] ask them", "`- [ ] ask them`"),
        # reveal.js, Marp, Slidev, remark
        ("a\nNote:\nsay this", "notes", "Note:", "`notes:`"),
        ("a\n\nSpeaker notes: say this", "notes", "Speaker notes: say this", "`notes:`"),
        ("Notes:\n- say this", "notes", "Notes:", "`notes:`"),
        ("発表者ノート：ここで話す", "notes", "発表者ノート：ここで話す", "`notes:`"),
        ("a\n\n_class: lead", "command", "_class: lead", "keys beside its `title:`"),
        ("---\nlayout: two-cols\n---", "command", "layout: two-cols", "keys beside"),
        ("<!-- _class: lead -->", "command", "<!-- _class: lead -->", "`background:`"),
        ("- a <!-- .element: class='x' -->", "command", "<!-- .element: class='x' -->", "key"),
        ("<v-click>a</v-click>", "command", "<v-click>", "`build: true`"),
        (".left-column[", "div", ".left-column[", "::: columns"),
        ("a\n\n--\n\nb", "pause", "--", "`. . .`"),
        ("![w:200 the sea](sea.png)", "attributes", "sea.png", "width: 50%"),
        ("![x](y.png){width=40%}", "attributes", "{width=40%}", "width: 40%"),
    ],
)
def test_what_other_programs_draw_is_told_with_what_to_write_here(told, text, code, place, hint):
    found = [(slug, where, what) for slug, where, *what in told(text)]
    told_of_it = [
        what for slug, where, what in found if (slug, where) == (f"unrendered-{code}", place)
    ]
    assert told_of_it, found
    assert hint in told_of_it[0][0]


@pytest.mark.parametrize(
    ("text", "code", "place", "hint"),
    [
        (
            "［文書］（https://a.example）",
            "link",
            "［文書］（https://a.example）",
            "`[文書](https:",
        ),
        (
            "見よ[文書]（https://a.example）",
            "link",
            "[文書]（https://a.example）",
            "`[文書](https:",
        ),
        ("！［図］（a.png）", "picture", "！［図］（a.png）", "`![図](a.png)`"),
        ("これは＊＊重要＊＊です", "emphasis", "＊＊重要＊＊", "`**重要**`"),
        ("前\n＞引用", "block", "＞引用", "`> 引用`"),
        ("｜品｜数｜\n｜り｜三｜", "table", "｜品｜数｜", "|---|---|"),
        ("#見出し\n本文", "heading", "#見出し", "`### 見出し`"),
        ("##Costs", "heading", "##Costs", "`### Costs`"),
        ("品名\t数\nりんご\t3\nみかん\t5", "table", "品名\t数", "`| 品名 | 数 |`, and `|---|---|`"),
    ],
)
def test_what_is_typed_wide_or_pasted_is_told_once(told, text, code, place, hint):
    ((slug, where, what),) = told(text)
    assert (slug, where) == (f"unrendered-{code}", place)
    assert hint in what


@pytest.mark.parametrize(
    "text",
    [
        "会員＊＊＊は＊印",
        "（注）［1］（2頁）",
        "[文書](https://a.example)（https://b.example）",
        "＞＜と＞",
        "#DX #働き方改革",
        "##",
        "#1 and #2",
        "•\t一\n•\t二",
        "a\tb",
        "a\tb\nc",
    ],
)
def test_wide_signs_and_tabs_that_are_text_are_not_told(told, text):
    assert told(text) == []


@pytest.mark.parametrize("text", ["a\n\n```python\nx\n\nb", "- a\n  ~~~\n  x\n- b"])
def test_code_that_nothing_closes_is_told_where_it_starts(told, text):
    ((code, place, hint),) = told(text)
    assert code == "unclosed-fence"
    assert place.strip() in {"```python", "~~~"}
    assert hint == f"write {place.strip()[:3]} on a line of its own below the code"


@pytest.mark.parametrize(
    "text", ["```\nx\n```", "```\n```", "- ~~~\n  x\n  ~~~\n- b", "> ```\n> q\n> ```"]
)
def test_code_that_is_closed_is_not_told(told, text):
    assert told(text) == []


def test_a_directive_in_a_comment_is_told_to_be_left_out():
    sink = Sink()
    parse_body(passage("<!-- paginate: true -->\n\na <!-- a remark -->"), Reading(sink))
    assert [found.message for found in sink.sorted()] == ["`<!-- paginate: true -->` is left out"]


@pytest.mark.parametrize(
    "text",
    [
        "- Note: mind the step",
        "a\n\nNote: without tax",
        "### Notes: what was said",
        "Noted: all of it. Notable: none.",
        "> Note: said he",
        "- layout: center",
        "layout: the old one, which we keep for now.",
        "theme: Rivers",
        "class: all of us are in it.",
        "- [ ] ask them\n- [x] done",
        "2 ** 3 and a == b, a != b!",
        "What a day! And !important, too!",
        "100%% of them",
        "GET /users/{code} and {id}, {color}",
        "mail a@fig-tree.example",
        r"C:\Users\{name}\data and \\host\share",
        "a -- b\n\n-- he said",
        "graph theory\nfor all",
        "x ^ y and a^b",
        "it's 'quoted' and ''so''",
        ".gitignore and .env[1]",
        "ノートPCを配る。メモ：あとで",
        "h1 and h2. Then more.",
        "image: of the sea",
        "<!-- a remark: what the class says --> a",
        "![a word: 3 of them](x.png)",
    ],
)
def test_prose_is_not_taken_for_what_other_programs_draw(told, text):
    assert told(text) == []


@pytest.mark.parametrize("text", [r"see \[1\] and \(a\) \[図1\]", r"\[WIP\]"])
def test_brackets_with_backslashes_around_words_are_brackets(text):
    (prose,) = parse_body(passage(text), reading())
    assert [
        run.formula for run in prose.paragraphs[0].runs if run.formula and run.text != "a"
    ] == []
    assert "[" in plain(prose.paragraphs[0].runs)


@pytest.mark.parametrize("text", [r"\(x\)", r"\(a + b\)", r"\[\frac{1}{2}\]", r"\[ x^2 \]"])
def test_brackets_with_backslashes_around_what_looks_like_a_formula_are_one(text):
    sink = Sink()
    pieces = parse_body(passage(text), Reading(sink))
    assert not sink.sorted()
    assert "[" not in "".join(
        plain(paragraph.runs) for piece in pieces for paragraph in getattr(piece, "paragraphs", ())
    )


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5, $6 or US$7, A$8",
        "export PATH=$HOME/bin:$PATH",
        r"\$x^2\$ and \[x](y z)",
        "`$x^2$ [a][b] <span> :tada:`",
        "matrix[1][2] and [brackets] and [^1]",
        "{a, b} and f{x}",
        "10:30:45 and a::b::c",
        "2**10 and **kwargs and __init__",
        "snake__case__name",
        "a < b and c > d, List<String>",
        "...and so on...",
        "| a |",
        "C:\\new\\table",
        "> quoted",
        "#hashtag",
        "C++ and D++, ++i; j++",
        "[@someone](https://example.org) wrote a[b]c",
        r"\alpha and {{ a, b }}",
        "https://example.org/a_(b)[c]?d={e}",
        "x~1~ and y^2^ and ==z==",
        "（注）[1]を参照、先行研究による[1][2]。",
    ],
)
def test_what_is_meant_as_it_is_written_is_not_told(told, text):
    assert told(text) == []


def test_a_formula_keeps_its_backslashes():
    (prose,) = parse_body(passage(r"$a\,b\_c^2$"), reading())
    (run,) = prose.paragraphs[0].runs
    assert run.formula is not None
    assert run.formula.tex == r"a\,b\_c^2"


def test_each_of_several_alike_is_told_at_its_own_place():
    source = Source("deck.yaml", r"$\foo$ and $\foo$")
    sink = Sink()
    line = Passage(source.text, source.span(0, 17), (0,))
    runs = parse_inline(line, Reading(sink))
    assert plain(runs) == r"\foo and \foo"
    assert [item.span.start for item in sink.sorted()] == [1, 12]


def test_in_a_text_that_was_folded_all_of_it_is_the_place():
    source = Source("deck.yaml", r'"a $\foo$"')
    sink = Sink()
    parse_inline(Passage(r"a $\foo$", source.span(0, 10)), Reading(sink))
    assert [item.span.text for item in sink.sorted()] == [r'"a $\foo$"']
