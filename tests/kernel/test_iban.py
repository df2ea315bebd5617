import pytest

from plein.kernel.iban import NotAnIban, grouped, read_iban


@pytest.mark.parametrize(
    "text", ["NL91ABNA0417164300", "nl91 abna 0417 1643 00", "NL91-ABNA-0417-1643-00"]
)
def test_an_iban_is_read_as_people_write_it(text):
    assert read_iban(text) == "NL91ABNA0417164300"


def test_one_wrong_digit_is_refused():
    for place in range(4, 18):
        wrong = list("NL91ABNA0417164300")
        wrong[place] = "1" if wrong[place] != "1" else "2"
        with pytest.raises(NotAnIban):
            read_iban("".join(wrong))


@pytest.mark.parametrize(
    "text", ["", "NL91", "NL91ABNA041716430", "XX91ABNA0417164300", "0417164300"]
)
def test_what_is_not_an_iban_is_refused(text):
    with pytest.raises(NotAnIban):
        read_iban(text)


def test_an_iban_is_shown_in_groups_of_four():
    assert grouped("NL91ABNA0417164300") == "NL91 ABNA 0417 1643 00"
