"""Decodes a tiny film. QtMultimedia is loaded here and nowhere at the program's start."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QEventLoop, QFile, QIODevice, QTimer
from PySide6.QtMultimedia import QMediaFormat, QMediaPlayer, QVideoFrame, QVideoSink

from wzpdcl_desktop.self_check.report import Check, WrongError, check

_CLIP = ":/samples/clip.avi"
_SIZE = (32, 24)
_SECONDS = 20


def checks() -> list[Check]:
    """The one check; an application must be there, with its resources."""
    remedy = QCoreApplication.translate(
        "SelfCheck", "Films are then opened in the PC's own player. Install the program again for its own."
    )
    return [check("video", video, remedy, needed=False)]


def video() -> str:
    """A picture of a film comes out as large as it went in."""
    translate = QCoreApplication.translate
    codecs = QMediaFormat().supportedVideoCodecs(QMediaFormat.ConversionMode.Decode)
    names = ", ".join(sorted(QMediaFormat.videoCodecName(codec) for codec in codecs))
    if not codecs:
        raise WrongError(translate("SelfCheck", "No kind of film can be decoded"))
    size = _first_picture()
    if size != _SIZE:
        raise WrongError(translate("SelfCheck", "The sample film gives no picture"))
    return names


def _first_picture() -> tuple[int, int] | None:
    file = QFile(_CLIP)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise WrongError(QCoreApplication.translate("SelfCheck", "The sample film is missing"))
    buffer = QBuffer()
    buffer.setData(QByteArray(file.readAll()))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    player, sink, loop = QMediaPlayer(), QVideoSink(), QEventLoop()
    found: list[tuple[int, int]] = []

    def take(frame: QVideoFrame) -> None:
        if frame.isValid() and not found:
            image = frame.toImage()
            found.append((image.width(), image.height()))
            loop.quit()

    sink.videoFrameChanged.connect(take)
    player.errorOccurred.connect(lambda *_: loop.quit())
    player.setVideoSink(sink)
    player.setSourceDevice(buffer)
    QTimer.singleShot(_SECONDS * 1000, loop.quit)
    player.play()
    loop.exec()
    player.stop()
    return found[0] if found else None
