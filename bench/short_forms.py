"""How short the slides read, on any folder of notes: the share of short forms by length, and cuts drawn at random.

    python -m bench.short_forms FOLDER                    shares over all notes of the folder
    python -m bench.short_forms FOLDER --draw 60 --seed 7 the same, and sixty cuts to judge by eye
    python -m bench.short_forms FOLDER --long             every form that is longer than it should be

Exit 1 when the promise is not kept: three quarters of the forms at most 14 words, none over 28.
"""

from __future__ import annotations

import argparse
import random  # noqa: TID251 - a sample, drawn from a seed that is given
import sys
from pathlib import Path

from briefdeck.draft.words import word_count
from briefdeck.errors import BriefdeckError
from briefdeck.model.outline import Point, section_points, walk_sections
from briefdeck.pipeline import map_note

MOST_WORDS, MOST_SHARE, LONGEST = 14, 0.75, 28


def points_of(path: Path) -> list[Point]:
    try:
        outline, _ = map_note(path.read_bytes(), path.name)
    except BriefdeckError as error:
        print(f"{path.name}: {error}", file=sys.stderr)
        return []
    return [point for section in walk_sections(outline.sections) for point in section_points(section)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--draw", type=int, default=0, help="print so many cuts, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--long", action="store_true", help="print every form over the length")
    options = parser.parse_args()
    points = [(path.name, point) for path in sorted(options.folder.iterdir()) for point in points_of(path)]
    forms = [(name, form) for name, point in points for form in (point.shown, *point.more)]
    lengths = [word_count(form) for _, form in forms]
    share = sum(length <= MOST_WORDS for length in lengths) / max(1, len(lengths))
    shown = [word_count(point.shown) for _, point in points]
    of_points = sum(length <= MOST_WORDS for length in shown) / max(1, len(shown))
    print(
        f"{len(points)} points, {len(forms)} forms, mean {sum(lengths) / max(1, len(lengths)):.1f} words; "
        f"at most {MOST_WORDS}: {share:.1%} of forms, {of_points:.1%} of points; "
        f"at most 12: {sum(length <= 12 for length in lengths) / max(1, len(lengths)):.1%}; "
        f"over 20: {sum(length > 20 for length in lengths)}; "
        f"over {LONGEST}: {sum(length > LONGEST for length in lengths)}"
    )
    if options.long:
        for name, form in forms:
            if word_count(form) > MOST_WORDS:
                print(f"{word_count(form):3} {name[:12]} {form}")
    cuts = [(name, point) for name, point in points if point.show or point.more]
    for name, point in random.Random(options.seed).sample(cuts, min(options.draw, len(cuts))):
        print(f"\n{name}, line {point.lines[0] if point.lines else '-'}\n  say   {point.say}\n  show  {point.shown}")
        for part in point.more:
            print(f"        - {part}")
    return int(share < MOST_SHARE or max(lengths, default=0) > LONGEST)


if __name__ == "__main__":
    sys.exit(main())
