"""Pages have names that tell them apart, whatever their titles."""

from hypothesis import given
from hypothesis import strategies as st

from deckgen.layout.titles.numbering import unique

names_of = st.lists(st.sampled_from(["a", "b", "a 2", "a 3", "a 2 2", ""]), max_size=12)


@given(names_of)
def test_no_two_names_are_the_same(names):
    found = list(unique(names))
    assert len(set(found)) == len(names)


@given(names_of)
def test_a_name_keeps_its_words(names):
    assert all(new.startswith(old) for old, new in zip(names, unique(names), strict=True))


def test_the_first_of_a_name_keeps_it_as_it_is():
    assert list(unique(["a", "b", "a"])) == ["a", "b", "a 2"]
