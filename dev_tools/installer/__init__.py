"""Makes setup.exe on Linux and shows under Wine that it works; `docs/building-windows.md` tells the whole."""
