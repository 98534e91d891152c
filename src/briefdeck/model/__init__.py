"""The nouns: frozen values that travel between the stages, without behaviour beyond small total methods."""
