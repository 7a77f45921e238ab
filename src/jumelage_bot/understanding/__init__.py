"""From an utterance to a decision: what is asked, if anything is."""
