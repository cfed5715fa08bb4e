"""How an officer has the list look goes with the officer, not with the PC."""

from __future__ import annotations

from tests.end2end.desk import HEAD, Pc
from wzpdcl_desktop.domain.list_look import Density, ListLook, OptionalColumn

_OTHER = "xen.khulna2"
_CHOSEN = ListLook(Density.COMPACT, frozenset({OptionalColumn.CUSTOMER}))


def test_the_next_day_the_list_looks_as_it_did_and_a_colleague_has_it_as_it_came(pc: Pc) -> None:
    pc.sign_in(HEAD)
    look = pc.panels.look
    look.open_columns()
    look.columns.entries[OptionalColumn.CUSTOMER].trigger()
    look.columns.close()
    for entry in pc.window.top_bar.menus["view"].actions():
        if entry.objectName() == "queue.compact":
            entry.trigger()
    pc.settle()
    assert look.look == _CHOSEN
    pc.switch_off()

    pc.sign_in(_OTHER)
    assert pc.panels.look.look == ListLook()
    pc.switch_off()

    pc.sign_in(HEAD)
    assert pc.panels.look.look == _CHOSEN
    assert pc.panels.queue.table.verticalHeader().defaultSectionSize() == 32
