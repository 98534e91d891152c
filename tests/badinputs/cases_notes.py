"""Notes: what is no text, what is text in disguise, and what is too much."""

# ruff: noqa: E501 (one row a line)

from __future__ import annotations

import gzip

from badinputs.case import Case, note
from fuzz.targets import DOCUMENT, docx

LESSON = "Plants\n\nPlants eat light.\nLeaves are green.\nRoots drink water.\n"
PARAGRAPH = "Plants turn light into sugar, and they do so in every green leaf that the sun reaches. "
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"

PORTAL = b"<!DOCTYPE html>\n<html><body><h1>Sign in</h1><p>to the network</p><form></form></body></html>"
DOCX = docx(DOCUMENT.encode())


def with_line(line: str) -> str:
    """The lesson with one more line, which is its sixth."""
    return f"{LESSON}{line}\n"


CASES: tuple[Case, ...] = (
    # Nothing there
    note("empty", b"", 1, "BD201 note.txt"),
    note("blanks", b" \n\t\n   \r\n", 1, "BD201 note.txt"),
    note("one line end", b"\n", 1, "BD201 note.txt"),
    note("mark only", b"\xef\xbb\xbf", 1, "BD201 note.txt"),
    note("mark of UTF-16 only", b"\xff\xfe", 1, "BD201 note.txt"),
    note("no-break spaces only", "\u00a0\u2003\n\u3000\n", 1, "BD201 note.txt"),
    note("zero-width characters only", "\u200b\u200d\n\ufeff\u2060\n", 1, "BD201 note.txt"),
    note("direction marks only", "\u202e\u202c\u200f\n", 1, "BD209 note.txt"),
    note("control characters only", "\x01\x02\n\x1b\x07\n", 1, "BD201 note.txt"),
    # Not text
    note("zero bytes", b"Plants\neat\0light\n", 1, "BD202 note.txt:2"),
    note("zero bytes only", b"\0" * 5000, 1, "BD202 note.txt:1"),
    note("picture named .txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "BD202 note.txt"),
    note("photograph named .txt", b"\xff\xd8\xff\xe0\0\x10JFIF", 1, "BD202 note.txt"),
    note("PDF named .txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1, "BD221 note.txt"),
    note("archive named .txt", b"PK\x03\x04\x14\0\0\0", 1, "BD202 note.txt"),
    note("old Word file named .txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, 1, "BD202 note.txt"),
    note("gzip named .txt", gzip.compress(LESSON.encode(), mtime=0), 1, "BD202 note.txt"),
    note("program named .txt", b"\x7fELF\x02\x01\x01\0" + bytes(range(256)) * 20, 1, "BD202 note.txt:1"),
    note("noise named .txt", bytes((number * 89 + 7) % 251 + 2 for number in range(20_000)), 1, "BD204 note.txt:1:3"),
    # Encodings
    note("truncated UTF-8", "Pflanzen\n\nGrüne Blätter fressen Licht über Mittag.\nIn der Blüte".encode()[:-3], 0,
         remarks=("BD206",)),
    note("UTF-8 and one byte of Windows-1252", "Café\n\nLes élèves mangent.\n".encode() + b"Voil\xe0 tout.\n", 0,
         remarks=("BD206 note.txt:4:5",)),
    note("Windows-1252", "Les élèves\n\nIls mangent à midi – déjà.\nIls boivent.\n".encode("cp1252"), 0,
         remarks=("BD206 note.txt:1:5",), shows=("Les élèves", "Ils mangent à midi", "déjà")),
    note("Cyrillic in Windows-1251", "Растения едят свет каждый день\nЛистья зелёные\n".encode("cp1251"), 0,
         remarks=("BD206 note.txt:1:1",), shows=("Листья зелёные",)),
    note("UTF-16 with a mark", ("\ufeff" + LESSON).encode("utf-16-le"), 0, shows=("Leaves are green",)),
    note("UTF-16 without a mark", LESSON.encode("utf-16-le"), 0, shows=("Leaves are green",)),
    note("UTF-16, big end first, without a mark", LESSON.encode("utf-16-be"), 0, shows=("Leaves are green",)),
    note("UTF-32 with a mark", LESSON.encode("utf-32"), 0, shows=("Leaves are green",)),
    note("half of a UTF-16 character", "\ufeffPlants eat light.".encode("utf-16-le")[:-1], 1, "BD204 note.txt:1:17"),
    note("UTF-16 with half a surrogate pair", b"\xff\xfe" + "Plants".encode("utf-16-le") + b"\x3d\xd8\x20\0", 1,
         "BD204 note.txt:1:7"),
    note("surrogates written as UTF-8", b"Plants\n\nThey eat \xed\xa0\xbd light.\n", 0, remarks=("BD206 note.txt:3:10",)),
    note("overlong UTF-8", b"Plants\n\nThey eat \xc0\xaf light.\n", 0, remarks=("BD206 note.txt:3:10",)),
    note("lost letters", with_line("The caf\ufffd is closed."), 0, remarks=("BD208 note.txt:6:8",)),
    Case("an encoding that is none", ("outline", "note.txt", "--encoding", "klingon"), 1, ("BD205 note.txt",),
         files={"note.txt": LESSON}),
    Case("an encoding that is a codec for something else", ("outline", "note.txt", "--encoding", "zip"), 1,
         ("BD205 note.txt",), files={"note.txt": LESSON}),
    Case("the wrong encoding", ("outline", "note.txt", "--encoding", "ascii"), 1, ("BD204 note.txt:1:5",),
         files={"note.txt": "Les élèves\n"}),
    # Characters
    note("control characters", with_line("They\x01 drink\x1b[31m at\x07 noon."), 0, remarks=("BD207 note.txt:6:5",),
         shows=("They drink",), hides=("\x1b", "\x07")),
    note("form feeds and line separators", "Plants\x0cPlants eat light.\u2028Leaves are green.\x85Roots drink.\n", 0,
         shows=("Leaves are green",)),
    note("noncharacters", with_line("They drink\uffff a lot\ufffe of water."), 0, remarks=("BD207 note.txt:6:11",)),
    note("bidi overrides", with_line("The file \u202egpj.exe\u202c is a picture."), 0, hides=("\u202e", "\u202c")),
    note("bidi isolates that never end", with_line("They \u2066drink \u2067water daily."), 0, hides=("\u2066",)),
    note("zero-width spaces inside words", with_line("Pl\u200bants dr\u200bink wa\u200bter."), 0),
    note("homoglyphs", with_line("\u0420lants e\u0430t light in \u0421yrillic disguise."), 0,
         shows=("\u0420lants e\u0430t light",)),
    note("families of emoji", with_line(f"{FAMILY * 30} eat plants."), 0),
    note("flags and skin tones", with_line("\U0001f1ee\U0001f1f3 \U0001f44d\U0001f3fd for plants \u2764\ufe0f."), 0),
    note("right to left", "النباتات\n\nتأكل النباتات الضوء.\nالأوراق خضراء.\n", 0, shows=("النباتات",)),
    note("both directions in a line", with_line("The word נוף means landscape, and أرض means soil (3.5%)."), 0),
    note("a storm of combining marks", with_line("Z" + "\u0335\u0321\u0358" * 400 + "algo comes."), 0, remarks=("BD211 note.txt:6:10",)),
    note("a line of nothing but marks", with_line("\u0301" * 2000), 0),
    note("ideographs beyond the first plane", with_line("\U00020000\U0002a6d6 are rare."), 0),
    note("characters that no font has", with_line("\U000e0041\ue000\U0010fffd are private."), 0),
    note("line ends of three kinds", b"Plants\r\n\r\nPlants eat light.\rLeaves are green.\nRoots drink.\r", 0,
         shows=("Roots drink",)),
    # Markup that belongs to somebody else
    note("bold tags", with_line("They <b>never</b> sleep."), 0, shows=("sleep",)),
    note("an entity", with_line("Salt &amp; water &lt;3 &#x41; &nbsp; &unknown;"), 0, shows=("water",)),
    note("a remote picture", with_line('See <img src="http://example.invalid/x.png"/> here.'), 0, shows=("example.invalid",)),
    note("a picture of the disk", with_line('See <img src="/etc/passwd"/> here.'), 0, hides=("root:",)),
    note("a font tag", with_line('<font color="red" size="99999">Loud</font> plants.'), 0, shows=("Loud",)),
    note("a paragraph tag that never ends", with_line("They <para leading=-1><u drink."), 0, shows=("drink",)),
    note("an attempt to run code", with_line('<font color="[[getattr(pow,Word)(1)] for x in 1]">x</font> drink.'), 0),
    note("the end of CDATA", with_line("They ]]> drink <![CDATA[ water."), 0, shows=("]]>",)),
    note("a document type", with_line('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e; drinks.'), 0,
         hides=("root:",)),
    note("a comment and a processing instruction", with_line("They <!-- hidden --> drink <?php x ?> daily."), 0),
    note("a script", with_line("<script>alert(1)</script> runs."), 0),
    note("links that are none", with_line("[click](javascript:alert(1)) and [file](file:///etc/passwd)."), 0,
         hides=("javascript:",)),
    note("escapes of Office", with_line("They a_x0041_b drink a_x000D_b water."), 0, shows=("a_x0041_b", "a_x000D_b")),
    note("formulas for a spreadsheet", with_line("=HYPERLINK(1) +1+1 @SUM(A1) grow."), 0),
    note("braces and backslashes", with_line(r"They {drink} %s \\n ${HOME} $(id) `id` a lot."), 0),
    note("a path of the disk", with_line("C:\\Users\\me\\notes.txt and ../../etc/passwd are paths."), 0),
    # Too much
    # What others put in the place of a note
    note("a page to sign in named .docx", PORTAL, 0, file="note.docx", remarks=("BD230 note.docx",), shows=("Sign in",), hides=("<h1>",)),
    note("the word of a virus scanner named .docx", b"This file was taken away.", 0, file="note.docx", remarks=("BD230 note.docx",)),
    note("a Word document named .odt", DOCX, 0, file="note.odt", remarks=("BD230 note.odt",), shows=("They eat",)),
    note("a download with its headers", b"HTTP/1.1 200 OK\r\n\r\n" + DOCX, 1, "BD202 note.docx:3", file="note.docx"),
    note("a document packed once more", gzip.compress(DOCX, mtime=0), 1, "BD202 note.docx", file="note.docx"),
    note("the sign that a document is open", b"\x05Ann" + bytes(150), 1, "BD202 ~$note.docx", file="~$note.docx"),
    note("what a Mac keeps beside a file", b"\x00\x05\x16\x07" + bytes(60), 1, "BD202 ._note.txt", file="._note.txt"),
    note("a link to an online document", b'{"doc_id": "x", "email": "a@b.invalid"}', 1, "BD202 note.gdoc", file="note.gdoc"),
    note("a shortcut", b"[InternetShortcut]\r\nURL=https://a.invalid\r\n", 1, "BD202 note.txt"),
    note("a megabyte in one line", PARAGRAPH * 12_000, 0, seconds=90, slow=True),
    note("a megabyte without a space", "x" * 1_000_000, 1, "BD392 note.txt:1", seconds=60),
    note("60,000 words", "Plants\n\n" + "\n".join([PARAGRAPH * 3] * 1300), 0, seconds=60, slow=True),
    note("100,000 lines", "\n".join(f"Plant {number} eats light." for number in range(100_000)), 1, "BD391 note.txt", seconds=90, slow=True),
    note("100,000 brackets", with_line("(" * 100_000), 0, seconds=30),
    note("100,000 stars", with_line("*" * 100_000), 0, seconds=30),
    note("a hundred levels", "Plants\n" + "".join(f"{' ' * 2 * n}- level {n} of plants\n" for n in range(100)), 0),
    note("more than a note may be", b"Plants eat light.\n" * 1_200_000, 1, "BD203 note.txt", seconds=5),
    note("a table of a thousand columns", "|".join(["cell"] * 1000) + "\n" + "|".join(["---"] * 1000) + "\n", 1, "BD304 note.txt:1", seconds=30),
)  # fmt: skip
