"""Everything that is seen: widgets, models, docks. The only package that knows PySide6."""
