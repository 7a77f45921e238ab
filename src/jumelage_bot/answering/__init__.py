"""From a decision to what is said."""
