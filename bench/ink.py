"""How much of the page is ink: the seed's brief in every style and theme, printed in grey by poppler.

python -m bench.ink
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    sys.path.insert(0, str(ROOT / "tests"))
    from briefdeck.assets import theme_names
    from briefdeck.compose.brief.styles import STYLES
    from briefdeck.pipeline import Order, make
    from briefdeck.text.outline import load_outline
    from support.renderers import coverage, poppler

    outline, _ = load_outline((ROOT / "outline.yaml").read_text(encoding="utf-8"), "outline.yaml")
    print(f"{'':15}" + "".join(f"{style:>13}" for style in STYLES))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "brief.pdf"
        for theme in theme_names():
            row = []
            for style in STYLES:
                made = make(outline, Order(only="brief", style=style, theme=theme))
                assert made.brief is not None
                page.write_bytes(made.brief)
                row.append(f"{coverage(poppler(page)):>13.1%}")
            print(f"{theme:15}" + "".join(row))


if __name__ == "__main__":
    main()
