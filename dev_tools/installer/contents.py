"""What of Qt and of the other packages goes into the program's folder, and why the rest stays out."""

from __future__ import annotations

#: Modules of PySide6; the libraries that they import follow by themselves.
QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtNetwork",
    "QtPrintSupport",
    "QtSvg",
    "QtSvgWidgets",
    # The journey's hands and eyes: how the installed program is shown to work.
    "QtTest",
    # The map.
    "QtWebEngineCore",
    "QtWebEngineWidgets",
    "QtWebChannel",
    # The viewer.
    "QtPdf",
    "QtPdfWidgets",
    "QtMultimedia",
    "QtMultimediaWidgets",
)

#: Plugins by path without ending; a star takes a whole kind.
QT_PLUGINS = (
    "platforms/qwindows",
    "platforms/qoffscreen",
    "styles/*",
    "iconengines/qsvgicon",
    "imageformats/qgif",
    "imageformats/qico",
    "imageformats/qjpeg",
    "imageformats/qsvg",
    "imageformats/qtiff",
    "imageformats/qwebp",
    "multimedia/*",
    "networkinformation/*",
    "tls/qcertonlybackend",
    "tls/qschannelbackend",
)

#: Single files of PySide6.
QT_FILES = (
    "QtWebEngineProcess.exe",
    "resources/icudtl.dat",
    "resources/qtwebengine_resources.pak",
    "resources/qtwebengine_resources_100p.pak",
    "resources/qtwebengine_resources_200p.pak",
    "resources/v8_context_snapshot.bin",
    "translations/qtbase_en.qm",
    "translations/qtwebengine_locales/bn.pak",
    "translations/qtwebengine_locales/en-US.pak",
)

#: Of PySide6, by beginning of the path or by ending: what stays out and why. The first that fits is told.
QT_LEFT_OUT = (
    ("resources/qtwebengine_devtools", "developer tools of the browser: nobody debugs pages in an office"),
    (".debug.pak", "debug build of WebEngine's resources"),
    (".debug.bin", "debug build of WebEngine's resources"),
    ("translations/", "other languages than Bangla and English (Qt itself has no Bangla: ours stands in)"),
    ("opengl32sw.dll", "software OpenGL: the widgets draw without it, WebEngine brings its own"),
    ("qml/", "Qt Quick: the program is made of widgets"),
    ("metatypes/", "for C++ compilers"),
    ("include/", "for C++ compilers"),
    ("lib/", "for C++ compilers"),
    ("glue/", "for C++ compilers"),
    ("typesystems/", "for C++ compilers"),
    ("doc/", "documentation for developers"),
    (".pyi", "for type checkers"),
    (".lib", "for C++ compilers"),
    (".exe", "Qt's tools for developers"),
    ("scripts/", "Qt's tools for developers"),
    ("plugins/", "plugins for what the program does not do (other databases, sensors, 3D, QML debugging …)"),
    (".pyd", "modules of Qt that nothing imports"),
    (".dll", "libraries of Qt that nothing imports"),
)

#: Of the other packages, by beginning of the path.
LEFT_OUT = (
    ("bin/", "console scripts of the packages"),
    ("psycopg", "PostgreSQL: the practice server keeps its data in SQLite"),
    ("qtawesome/fonts/codicon", "icon fonts of which the program uses none"),
    ("qtawesome/fonts/elusive", "icon fonts of which the program uses none"),
    ("qtawesome/fonts/fontawesome", "icon fonts of which the program uses none"),
    ("qtawesome/fonts/materialdesign", "icon fonts of which the program uses none"),
    ("qtawesome/fonts/remixicon", "icon fonts of which the program uses none"),
    ("PIL/_avif", "AVIF: no picture of the practice server is one"),
    ("PIL/_imagingtk", "Tk"),
    ("shiboken6/include/", "for C++ compilers"),
    ("shiboken6/lib/", "for C++ compilers"),
    ("sqlcipher3/test", "tests"),
)

#: Of every package, by ending.
ENDINGS_LEFT_OUT = (
    (".pyi", "for type checkers"),
    (".c", "sources in C"),
    (".h", "sources in C"),
    (".pyx", "sources in C"),
    (".pxd", "sources in C"),
    (".lib", "for C++ compilers"),
    ("/RECORD", "lists of pip"),
    ("/direct_url.json", "lists of pip"),
)


def why_left_out_of_qt(path: str) -> str:
    """Why a file of PySide6 that nothing asked for stays out."""
    for sign, reason in QT_LEFT_OUT:
        if path.startswith(sign) or path.endswith(sign):
            return reason
    return "nothing asks for it"


def why_left_out(path: str) -> str | None:
    """Why a file of another package stays out, None where it goes in."""
    for start, reason in LEFT_OUT:
        if path.startswith(start):
            return reason
    for ending, reason in ENDINGS_LEFT_OUT:
        if path.endswith(ending):
            return reason
    return None
