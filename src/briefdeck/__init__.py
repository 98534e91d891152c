"""briefdeck: a note becomes an outline, the outline a native slide deck and a one-page brief with the same sections."""
