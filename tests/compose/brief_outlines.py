"""Outlines for the tests of the brief: small ones built by hand, and a strategy for any."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from briefdeck.model.ids import assign_ids
from briefdeck.model.outline import Figure, Moment, Outline, Point, Quote, Remark, Section, Side, Table, Term

WORDS = (
    *("light", "leaf", "sugar", "water", "carbon", "dioxide", "captured", "through", "the", "pores", "of", "a"),
    *("green", "plant", "and", "stored", "for", "winter"),
)


def sentence(start: int, length: int) -> str:
    """A sentence that differs from that of every other start."""
    words = [WORDS[(start * 7 + place * place + place) % len(WORDS)] for place in range(length)]
    return f"{' '.join(words)} {start}.".capitalize()


def point(line: int, length: int = 14, **fields: object) -> Point:
    say = sentence(line, length)
    return Point(**{"say": say, "lines": (line,), **fields})


def outline(sections: int, points: int, length: int = 14, **fields: object) -> Outline:
    """So many sections with so many points each, every third one labelled, one of them followed by another."""
    made, line = [], 1
    for number in range(sections):
        heading, found = line, []
        for place in range(points):
            line += 1
            if place % 5 == 2:
                found.append(Point(label=f"Label {place}", points=(point(line, length),)))
            elif place % 5 == 3:
                found[-1] = Point(label=found[-1].label, points=(*found[-1].points, point(line, length)))
            else:
                found.append(point(line, length))
        line += 1
        made.append(
            Section(id="", title=f"Section on {WORDS[number % 12]} {number}", lines=(heading,), points=tuple(found))
        )
    values = {"title": "How leaves catch light", "note": "notes/leaves.txt", "sections": tuple(made), **fields}
    return assign_ids(Outline(**values))


def rich() -> Outline:
    """One of everything that a brief can show."""
    first = Section(
        id="",
        title="Why plants are green",
        lines=(1,),
        lead="Chlorophyll absorbs red and blue light.",
        points=(point(2), point(3)),
        figures=(
            Figure(value="about 1 %", caption="of the sunlight becomes sugar", lines=(2,)),
            Figure(value="130 terawatts", caption="are captured on Earth", lines=(9,)),
        ),
        quote=Quote(text="Nature catches in flight the light that streams to the Earth.", by="Mayer", lines=(4,)),
    )
    second = Section(
        id="",
        title="How it was found",
        lines=(10,),
        timeline=(
            Moment(when="1648", what="Van Helmont weighs a willow.", lines=(11,)),
            Moment(when="1771", what="Priestley finds that a plant restores air.", lines=(12,)),
        ),
        compare=(Side(label="C3", points=(point(21, 5), point(22, 5))), Side(label="C4", points=(point(23, 5),))),
        table=Table(
            header=("Plant", "Yield"), rows=(("Wheat", "3.5"), ("Maize", "5.8")), caption="Yields", lines=(25,)
        ),
        sections=(Section(id="", title="To show", lines=(31,), points=(point(32),)),),
    )
    return assign_ids(
        Outline(
            title="Photosynthesis: how leaves catch light",
            subtitle="What every pupil should be able to explain",
            school="Gesamtschule Nord",
            class_="8c",
            note="notes/leaves.txt",
            sections=(first, second),
            terms=(Term(term="Stoma", meaning="a pore of a leaf", lines=(40,)),),
            questions=(Remark(text="Why do leaves turn yellow?", lines=(50,)),),
            takeaways=(Remark(text="Light becomes sugar.", lines=(60,)),),
            sources=(Remark(text="Taiz and Zeiger, Plant Physiology", lines=(70,)),),
        )
    )


SCRIPTS = {
    "en": "light leaf sugar Donaudampfschifffahrtsgesellschaftskapitänsmütze "
    "https://example.org/a/very/long/path?of=things 3.5%",
    "ru": "свет лист сахар вода фотосинтез превращение энергии",
    "el": "φως φύλλο ζάχαρη νερό ενέργεια",
    "hi": "प्रकाश पत्ती शर्करा जल ऊर्जा संश्लेषण",
    "ar": "ضوء ورقة سكر ماء طاقة التمثيل",
    "he": "אור עלה סוכר מים אנרגיה",
}


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Any outline of 1 to 80 points, in one script, with labels, short forms, figures and closing entries."""
    lang = draw(st.sampled_from(sorted(SCRIPTS)))
    words = st.lists(st.sampled_from(SCRIPTS[lang].split()), min_size=1, max_size=30).map(" ".join)
    few = st.lists(st.sampled_from(SCRIPTS[lang].split()), min_size=1, max_size=6).map(" ".join)
    line = iter(range(1, 1000))

    def points(count: int) -> Sequence[Point]:
        found = []
        while count > 0:
            size = draw(st.integers(1, min(4, count)))
            inside = tuple(
                Point(
                    say=draw(words),
                    show=draw(st.just("") | few),
                    lines=(next(line),),
                    priority=draw(st.sampled_from((None, None, None, 1, 9))),
                )
                for _ in range(size)
            )
            label = draw(st.just("") | few)
            found.extend((Point(label=label, points=inside),) if label else inside)
            count -= size
        return found

    total = draw(st.integers(1, 80))
    number = draw(st.integers(1, min(total, 12)))
    made = []
    for _ in range(number):
        own = tuple(points(max(1, total // number)))
        figures = tuple(
            Figure(value=draw(few), caption=draw(few), lines=(next(line),)) for _ in range(draw(st.integers(0, 2)))
        )
        below = draw(st.booleans())
        sections = (Section(id="", title=draw(few), lines=(next(line),), points=own[1:]),) if below and own[1:] else ()
        own = own[:1] if sections else own
        made.append(
            Section(
                id="",
                title=draw(few),
                lines=(next(line),),
                points=own,
                figures=figures,
                sections=sections,
                priority=draw(st.sampled_from((None, None, 9))),
            )
        )
    remarks = st.lists(words.map(lambda text: Remark(text=text)), max_size=3).map(tuple)
    return assign_ids(
        Outline(
            title=draw(few),
            subtitle=draw(st.just("") | words),
            lang=lang,
            note=draw(st.sampled_from(("", "notes/a.txt"))),
            sections=tuple(made),
            terms=draw(st.lists(st.builds(Term, term=few, meaning=words), max_size=3).map(tuple)),
            questions=draw(remarks),
            takeaways=draw(remarks),
            sources=draw(remarks),
        )
    )
