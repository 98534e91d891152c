"""Type: fonts, shaping, directions, line breaking and measuring. Words become set lines; knows no page."""
