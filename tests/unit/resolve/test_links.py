"""Links lead to slides that exist or to addresses that are safe, wherever they are written."""

import pytest

PLACES = {
    "a title": "slides:\n  - title: '[x]({})'\n",
    "a body": "slides:\n  - body: |\n      a\n\n      [x]({})\n",
    "a bullet": "slides:\n  - body:\n      - '[x]({})'\n",
    "a cell": "slides:\n  - table:\n      - ['[x]({})']\n",
    "a quotation": "slides:\n  - quote:\n      text: '[x]({})'\n",
    "who said it": "slides:\n  - quote:\n      text: a\n      by: '[x]({})'\n",
    "a caption": "slides:\n  - image:\n      src: wide.png\n      caption: '[x]({})'\n",
    "a grid's caption": "slides:\n  - images:\n      - {{src: wide.png, caption: '[x]({})'}}\n",
    "notes": "slides:\n  - title: a\n    notes: '[x]({})'\n",
    "a footer": "deck: {{footer: '[x]({})'}}\nslides:\n  - title: a\n",
    "a slide's footer": "slides:\n  - title: a\n    footer: '[x]({})'\n",
    "a subtitle": "title:\n  title: a\n  subtitle: '[x]({})'\n",
    "an author": "title:\n  title: a\n  author: '[x]({})'\n",
    "a divider": "slides:\n  - section: '[x]({})'\n",
    "a track": "sessions:\n  - track: '[x]({})'\n    sessions: [{{title: a}}]\n",
    "a keynote": "keynote:\n  title: '[x]({})'\n  slides: [{{body: a}}]\n",
    "a footnote": "slides:\n  - title: a\n    footnotes: '[x]({})'\n",
    "a source": "slides:\n  - title: a\n    source: '[x]({})'\n",
    "the last slide": "closing:\n  title: a\n  subtitle: '[x]({})'\n",
}


@pytest.mark.parametrize("deck", PLACES.values(), ids=PLACES.keys())
def test_a_broken_link_is_found_wherever_it_is_written(said, deck):
    (found,) = said(deck.format("#nowhere"))
    assert "broken-link no slide has the id `nowhere`" in found


@pytest.mark.parametrize("deck", PLACES.values(), ids=PLACES.keys())
def test_an_unsafe_link_is_found_wherever_it_is_written(said, deck):
    (found,) = said(deck.format("javascript:alert"))
    assert "unsafe-link links with `javascript:` are not allowed" in found


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "HTTP://example.org",
        "mailto:a@example.org",
        "tel:+81-3-0000-0000",
        "ftp://example.org",
        "other.pptx",
        "folder/other.pdf",
        "#here",
    ],
)
def test_safe_addresses_are_silent(said, address):
    assert said(f"slides:\n  - id: here\n    body: '[x]({address})'\n") == []


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert", "JaVaScript:alert", "vbscript:x", "file:///c:/x", "data:text/html,x"),
        *("ms-msdt:/id", "ms-word:ofe|u|x", "search-ms:query", "about:blank", "smb://x", "x:y"),
    ],
)
def test_other_schemes_are_refused(said, address):
    (found,) = said(f"slides:\n  - body: '[x]({address})'\n")
    assert "unsafe-link" in found


@pytest.mark.parametrize(
    ("address", "hint"), [("", "…"), ("www.example.org", "www.example.org"), ("//x.y", "x.y")]
)
def test_an_address_without_a_scheme_leads_nowhere(said, address, hint):
    (found,) = said(f"slides:\n  - body: '[x]({address})'\n")
    assert f"broken-link the link leads nowhere (write `https://{hint}`" in found


def test_a_link_to_a_slide_is_guessed(said):
    (found,) = said("slides:\n  - id: costs\n    body: '[x](#cost)'\n")
    assert found.endswith("(did you mean `#costs`?)")


def test_slides_without_an_id_are_not_guessed(said):
    (found,) = said("slides:\n  - body: '[x](#slide-1)'\n")
    assert found.endswith("(give the slide an `id`)")


def test_a_mistake_points_to_the_address(said):
    found = said("slides:\n  - body: |\n      - a\n      - 見よ [x](#どこ)\n")
    assert found[0].startswith("4:16 broken-link")


def test_an_id_is_given_once(said):
    found = said("slides:\n  - id: a\n  - id: a\n  - id: b\n  - id: a\n")
    assert found == [
        "3:9 duplicate-id id `a` is given twice",
        "5:9 duplicate-id id `a` is given twice",
    ]


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("The plan", "#the-plan"),
        ("The plan", "#The-Plan"),
        ("What's next? Costs & risks", "#whats-next-costs--risks"),
        ("今後の予定", "#今後の予定"),
        ("**Bold** and `code`", "#bold-and-code"),
        ("Over two<br>lines", "#over-two-lines"),
    ],
)
def test_a_link_leads_to_the_slide_of_a_title(resolved, said, title, link):
    deck = f'slides:\n  - title: x\n    body: "- [there]({link})"\n  - title: "{title}"\n'
    assert said(deck) == []
    (text,) = resolved(deck).slides[0].content
    assert text.paragraphs[0].runs[0].link.target == "#slide 2"


@pytest.mark.parametrize("deck", PLACES.values(), ids=PLACES.keys())
def test_it_does_so_wherever_it_is_written(said, deck):
    assert said(deck.format("#here-it-is") + "summary: {title: Here it is, id: end}\n") == []


def test_a_link_leads_to_a_title_though_its_slide_has_an_id(resolved):
    deck = "slides: [{title: '[x](#the-plan)'}, {title: The plan, id: plan}]\n"
    assert resolved(deck).slides[0].title[0].link.target == "#plan"


def test_an_id_outweighs_a_title(resolved):
    deck = "slides: [{title: '[x](#plan)'}, {title: Plan}, {title: Other, id: plan}]\n"
    assert resolved(deck).slides[0].title[0].link.target == "#plan"


def test_a_link_to_a_title_of_several_slides_is_a_mistake_that_names_them(said):
    deck = "slides:\n  - title: '[x](#plan)'\n  - title: Plan\n  - title: Plan\n"
    (found,) = said(deck)
    assert "broken-link 2 slides have the title `Plan`" in found


def test_a_link_that_is_nearly_a_title_is_guessed(said):
    (found,) = said("slides: [{title: '[x](#the-plans)'}, {title: The plan}]\n")
    assert "(did you mean `#the-plan`?)" in found
