"""What things on the page become in the structure tree, case by case."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefdeck.model.page import Entry, EntryKind, Paragraph, Part, Ref, Span
from briefdeck.model.values import replace
from briefdeck.paint.pdf import paint
from briefdeck.verify.standards import check
from paint import pdf_documents as made
from paint.pdf_reader import outline_of


def _tree(*boxes, items=("p6", "p7", "p8"), sections=()) -> list[str]:
    """The tree below the two headings, of a page with these boxes."""
    opening = Entry(id="opening", title="T", kind=EntryKind.OPENING)
    first = Entry(id="s1", title="S", kind=EntryKind.SECTION, items=items)
    document = made.document(
        [made.box(40, 50, made.title("T"), made.title("S", "s1")), *boxes], (opening, first, *sections)
    )
    data = paint(document)
    assert not check(data)
    return [line[2:] for line in outline_of(data).splitlines()[3:]]


def _point(item: str, text: str, *, label: str = "•", level: int = 0, style=made.BULLET, section="s1") -> Paragraph:
    line = made.line(20, made.run(text), label=label)
    return made.paragraph("LI", Ref(section, item, Part.SAY), style, line, level=level)


def test_points_in_two_boxes_are_one_list():
    points = [_point(item, item) for item in ("p6", "p7", "p8")]
    tree = _tree(made.box(40, 100, *points[:2]), made.box(300, 100, points[2]))
    assert [line for line in tree if line.startswith("L")] == ["L"]
    assert sum("LI" in line for line in tree) == 3


def test_a_paragraph_between_points_parts_the_list():
    tree = _tree(made.box(40, 100, _point("p6", "a"), made.say("b", "p7"), _point("p8", "c")))
    assert [line.split()[0] for line in tree if not line.startswith(" ")] == ["L", "P", "L"]


def test_numbers_after_bullets_begin_a_new_list():
    numbered = _point("p8", "c", label="1.", style=made.NUMBERED)
    tree = _tree(made.box(40, 100, _point("p6", "a"), _point("p7", "b"), numbered))
    assert tree.count("L") == 2


def test_lists_close_when_the_level_falls():
    points = [_point("p6", "a"), _point("p7", "b", level=2), _point("p8", "c", level=0)]
    assert _tree(made.box(40, 100, *points)) == [
        "L",
        "  LI [item:p6]",
        '    Lbl "• "',
        '    LBody "a"',
        "      L",
        "        LI [item:p7]",
        '          Lbl "• "',
        '          LBody "b"',
        "  LI [item:p8]",
        '    Lbl "• "',
        '    LBody "c"',
    ]


def test_a_point_that_goes_on_in_the_next_box_is_one_point():
    whole = replace(_point("p6", "begins "), spans=(Span(text="begins and ends"),))
    rest = replace(whole, lines=(made.line(10, made.run("and ends")),))
    tree = _tree(made.box(40, 100, whole), made.box(300, 100, rest, _point("p7", "b")), items=("p6", "p7"))
    assert tree[:4] == ["L", "  LI [item:p6]", '    Lbl "• "', '    LBody "begins and ends"']
    assert tree[4] == "  LI [item:p7]"


def test_the_same_words_twice_in_a_box_are_two_paragraphs():
    again = made.say("words", "p6")
    tree = _tree(made.box(40, 100, again, again), items=("p6",))
    assert tree == ['P [item:p6] "words"', 'P [item:p6#2] "words"']


def test_a_paragraph_in_another_language_says_so_once():
    lines = made.line(20, made.run("Guten ", lang="de"), made.run("Tag", made.BOLD, lang="de"))
    tree = _tree(made.box(40, 100, made.paragraph("P", Ref("s1", "p6", Part.SAY), made.PLAIN, lines)), items=("p6",))
    assert tree == ['P [item:p6] @de "Guten Tag"']


def test_the_language_of_a_point_is_not_that_of_the_points_below():
    german = made.paragraph("LI", Ref("s1", "p6", Part.SAY), made.BULLET, made.line(20, made.run("Welle", lang="de")))
    tree = _tree(made.box(40, 100, german, _point("p7", "wave", level=1)), items=("p6", "p7"))
    assert tree == [
        "L",
        "  LI [item:p6]",
        "    LBody",
        '      Span @de "Welle"',
        "      L",
        "        LI [item:p7]",
        '          Lbl "• "',
        '          LBody "wave"',
    ]


def test_a_space_between_words_of_another_language_belongs_to_it():
    words = made.run("Say "), made.run("guten", lang="de"), made.run(" "), made.run("Tag", lang="de"), made.run("!")
    tree = _tree(
        made.box(40, 100, made.paragraph("P", Ref("s1", "p6", Part.SAY), made.PLAIN, made.line(20, *words))),
        items=("p6",),
    )
    assert tree == ['P [item:p6] "Say "', '  Span @de "guten Tag"', '  "!"']


def test_a_link_over_two_lines_is_one_link_with_two_areas():
    address = "https://example.org"
    lines = (
        made.line(20, made.run("see the ", link=address)),
        made.line(34, made.run("page", link=address), made.run(".")),
    )
    tree = _tree(made.box(40, 100, made.paragraph("P", Ref("s1", "p6", Part.SAY), made.PLAIN, *lines)), items=("p6",))
    assert tree == [
        "P [item:p6]",
        '  Link "see the page"',
        "    -> https://example.org (see the)",
        "    -> https://example.org (page)",
        '  "."',
    ]


def test_the_caption_of_a_big_number_is_a_paragraph():
    """Only a table has a caption in the structure; a lone Caption would belong to nothing."""
    value = made.paragraph("P", Ref("s1", "f6", Part.VALUE), made.TITLE, made.line(24, made.run("over $12 billion")))
    caption = made.paragraph("Caption", Ref("s1", "f6", Part.CAPTION), made.PLAIN, made.line(40, made.run("orders")))
    section = Entry(id="s1", title="S", kind=EntryKind.SECTION, extras=("f6",))
    document = made.document(
        [made.box(40, 50, made.title("T"), made.title("S", "s1"), value, caption)],
        (Entry(id="opening", title="T", kind=EntryKind.OPENING), section),
    )
    assert outline_of(paint(document)).splitlines()[3:] == [
        '  P [item:f6] "over $12 billion"',
        '  P [item:f6#2] "orders"',
    ]


def test_a_paragraph_without_lines_leaves_no_trace():
    empty = made.paragraph("P", Ref("s1", "p7", Part.SAY), made.PLAIN)
    assert _tree(made.box(40, 100, made.say("words", "p6"), empty), items=("p6", "p7")) == ['P [item:p6] "words"']


_WORDS = {
    made.REGULAR: ["wave ", "fluffy", "af-", "e\u0301a", " ", "Ω₂ "],
    made.DEVANAGARI: ["हिन्दी ", "क्षत्रिय"],
    made.HEBREW: ["שָׁלוֹם ", "עולם"],
    made.ARABIC: ["لا إله", "العربية "],
}


@st.composite
def _runs(draw):
    file = draw(st.sampled_from(sorted(_WORDS)))
    rtl = file in (made.HEBREW, made.ARABIC)
    link = draw(st.sampled_from(["", "", "https://example.org/ü", "#s1", "#gone", "mailto:a@b.c"]))
    lang = draw(st.sampled_from(["", "en-GB", "hi", "he"]))
    ref = draw(st.sampled_from([None, None, Ref("s1", "p0"), Ref("s1", "x")]))
    return made.run(draw(st.sampled_from(_WORDS[file])), file, lang=lang, rtl=rtl, link=link, ref=ref)


@st.composite
def _paragraphs(draw):
    lines = [
        made.line(20.0, *draw(st.lists(_runs(), max_size=4)), hyphenated=draw(st.booleans()))
        for _ in range(draw(st.integers(0, 3)))
    ]
    if lines and draw(st.booleans()):
        lines[0] = replace(lines[0], label=(made.run("•"),))
    return (
        lines,
        draw(st.sampled_from(["P", "LI", "LI", "H3", "Caption"])),
        draw(st.integers(0, 2)),
        draw(st.booleans()),
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(_paragraphs(), max_size=8))
def test_whatever_is_set_the_file_is_sound(paragraphs):
    """Runs of any script, language and link, in any kind of paragraph, on any level, in one box or several."""
    boxes: list[list[Paragraph]] = [[made.title("T"), made.title("S", "s1")]]
    for number, (lines, tag, level, in_new_box) in enumerate(paragraphs):
        if in_new_box:
            boxes.append([])
        ref = Ref("s1", f"p{number}", Part.SAY)
        boxes[-1].append(made.paragraph(tag, ref, made.BULLET, *lines, level=level))
    items = tuple(f"p{number}" for number in range(len(paragraphs)))
    section = Entry(id="s1", title="S", kind=EntryKind.SECTION, items=items)
    opening = Entry(id="opening", title="T", kind=EntryKind.OPENING)
    document = made.document([made.box(40, 50, *box) for box in boxes], (opening, section))
    assert not check(paint(document))
