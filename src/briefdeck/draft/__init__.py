"""Note to outline: sections, labels and their scope, short forms, figures, terms. Deterministic rules, no model."""
