"""The deck with every layout, painted once: as bytes, as python-pptx reads it, and as the members of its archive."""

import io

import pytest
from pptx import Presentation

from briefdeck.paint.powerpoint import paint
from paint import documents
from paint.reading import read


@pytest.fixture(scope="package")
def deck():
    return paint(documents.every_layout())


@pytest.fixture(scope="package")
def presentation(deck):
    return Presentation(io.BytesIO(deck))


@pytest.fixture(scope="package")
def members(deck):
    return read(deck)
