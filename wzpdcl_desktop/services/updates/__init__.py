"""New versions of the program: from the server or a USB stick, believed only with the company's signature.

trust.py      whose signature counts, and what it says
packages.py   the files: fetched in parts, copied, measured
service.py    what the screen asks for
installer.py  starting setup.exe
drives.py     USB sticks
"""
