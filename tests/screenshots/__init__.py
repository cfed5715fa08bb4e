"""Pictures of the real program in all its states, and what is measured on them.

``python -m tests.screenshots`` takes them. Another picture is one function in `scenes`:

    @picture(Stage.ONLINE, docs=LIGHT)
    def search(studio: Studio) -> Iterator[QWidget]:
        write(studio.queue.bar.search, "দোলখোলা")
        until(lambda: studio.queue.bar.narrowed and studio.settled(), "the search")
        yield studio.window
        studio.queue.bar.clear()

Each begins with the inbox and the complaint `SHOWN` selected, and leaves the program like that.
"""
