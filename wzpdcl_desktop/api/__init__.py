"""The central API as the desktop sees it: requests, pages and their shapes."""
