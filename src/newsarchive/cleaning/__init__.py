"""From a raw text to its lines, each with a label and the rule that gave it."""
