"""Charts, for deck and brief alike: numbers are read, inks chosen, and every mark is put where it will be drawn."""
