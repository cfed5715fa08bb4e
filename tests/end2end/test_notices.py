"""What happens at the server is told at the office once, and not again after a power cut."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from central_api import customers
from central_api.clock import SystemClock
from tests.end2end.desk import Pc
from tests.end2end.other_program import wide_awake
from tests.end2end.surroundings import OtherProgram
from tests.support.central import CentralHandle, complaint_given
from wzpdcl_desktop.domain.complaints import View
from wzpdcl_desktop.domain.notices import Notice, NoticeKind
from wzpdcl_desktop.journey.robot import until


def complain(central: CentralHandle, number: int) -> int:
    """A customer complains."""
    with central.database().write() as session:
        return customers.new_complaint(session, SystemClock(), complaint_given("khulna-1-dolkhola", number))


def test_a_new_complaint_is_told_once_also_after_the_power_went(
    qt: QApplication, central: CentralHandle, tmp_path: Path
) -> None:
    complain(central, 1)
    folder = tmp_path / "pc"
    other = OtherProgram("notices", folder, central.url)
    assert other.hear() == {"watching": True}
    first = complain(central, 2)
    assert other.hear() == {"told": [["new", [first]]]}
    other.kill()

    pc = Pc(qt, folder, central.url)
    try:
        pc.switch_on()
        wide_awake(pc)
        pc.sign_in()
        popped: list[list[Notice]] = []
        pc.panels.notices.popped.connect(popped.append)
        pc.wait_for_all_complaints()
        second = complain(central, 3)
        until(lambda: bool(popped), "the next notice", 60)

        assert [(one.kind, one.complaints) for one in popped[0]] == [(NoticeKind.NEW, (second,))]
        listed = pc.panels.notices.panel.notices
        assert [(one.kind, one.complaints) for one in listed] == [
            (NoticeKind.NEW, (second,)),
            (NoticeKind.NEW, (first,)),
        ]
        assert pc.window.top_bar.bell.unread == 2

        # Opened from its notice, the complaint is no longer unread in the list.
        until(lambda: second in pc.complaints(View.INBOX), "it in the list")
        pc.panels.notices.open(listed[0])
        until(lambda: pc.panels.detail.complaint_id == second and pc.program.tasks.idle(), "the complaint")
        (row,) = pc.desk.complaints.rows([second])
        assert not row.unread
        assert pc.window.top_bar.bell.unread == 1
        assert len(popped) == 1
    finally:
        pc.switch_off()
