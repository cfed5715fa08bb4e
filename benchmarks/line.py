"""A thin line of an office: so many bits a second, and so long a way, for all its connections together.

Run in real time, as a process of its own between a desk and a server; `main` says what it can be asked. Each
connection waits a round trip before its first byte, as TCP does. What TCP, IP and TLS add is not played.
"""

from __future__ import annotations

import asyncio
import sys
import threading

from benchmarks.answering import answer

_PACKET = 1_448
#: So much unused time (s) is made up for: a sleep that ends late must not make the line thinner.
_BURST = 0.05


class Direction:
    """One of the two ways: packets go one after the other, and arrive later.

    Attributes:
        carried: Bytes so far.
    """

    def __init__(self, bytes_per_second: float, delay: float) -> None:
        self.carried = 0
        self._rate, self._delay = bytes_per_second, delay
        self._free = 0.0
        self._turn = asyncio.Lock()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Until one of the two ends; connections take turns packet by packet."""
        clock = asyncio.get_running_loop()
        try:
            while packet := await reader.read(_PACKET):
                async with self._turn:
                    self._free = max(self._free, clock.time() - _BURST) + len(packet) / self._rate
                    await asyncio.sleep(self._free - clock.time())
                    self.carried += len(packet)
                clock.call_later(self._delay, writer.write, packet)
        except ConnectionError:
            pass
        finally:
            clock.call_later(self._delay + _BURST, writer.close)


class Line:
    """Takes connections and carries them to a server."""

    def __init__(self, host: str, port: int, bits_per_second: float, round_trip: float) -> None:
        self._host, self._port, self._round_trip = host, port, round_trip
        self._loop = asyncio.new_event_loop()
        self.up = Direction(bits_per_second / 8, round_trip / 2)
        self.down = Direction(bits_per_second / 8, round_trip / 2)
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> int:
        """Begin, in a thread of its own; the port."""
        threading.Thread(target=self._loop.run_forever, name="line", daemon=True).start()
        listening = asyncio.start_server(self._connected, "127.0.0.1", 0, limit=2 * _PACKET)
        server = asyncio.run_coroutine_threadsafe(listening, self._loop).result()
        port: int = server.sockets[0].getsockname()[1]
        return port

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(self._round_trip)
        there, back = await asyncio.open_connection(self._host, self._port, limit=2 * _PACKET)
        ways = (self.up.carry(reader, back), self.down.carry(there, writer))
        self._tasks |= {asyncio.ensure_future(way) for way in ways}


def main() -> None:
    """``python -m benchmarks.line HOST PORT BITS_PER_SECOND ROUND_TRIP_SECONDS``."""
    host, port, bits, round_trip = sys.argv[1:]
    line = Line(host, int(port), float(bits), float(round_trip))
    bound = line.start()
    answer({"port": lambda: bound, "carried": lambda: {"up": line.up.carried, "down": line.down.carried}})


if __name__ == "__main__":
    main()
