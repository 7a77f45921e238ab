"""Where exchanges take place: each converts in, makes one call, converts out."""
