"""`python -m briefdeck` does what `briefdeck` does."""

from briefdeck.cli import main

if __name__ == "__main__":
    main()
