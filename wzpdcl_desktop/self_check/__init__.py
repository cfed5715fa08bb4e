"""``wzpdcl-desktop --self-check``: opens each part of the program off screen and says what is missing.

report.py     one check, the report, as JSON and as text
words.py      the names of the checks
parts.py      runs everything: what may crash in a process of its own, with a time limit
surroundings.py  write access, disk, clock, certificates, server, keyring (no Qt)
storing.py    the encrypted store, killed in mid-work and opened again
screen.py     widgets, fonts and Bangla shaping, translations, PDF       (a process of its own)
film.py       decodes a tiny film                                        (a process of its own)
web.py        a page from the program's own scheme in WebEngine          (a process of its own)
"""
