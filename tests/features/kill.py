# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in the middle of writing, again and again: what was acknowledged is there, and nothing is there by halves.

Three write at once, and one of them is killed in every cycle: a desk's session, a scribe that feeds `warroom log -`,
and single commands. WARROOM_KILLS says how many cycles, fifty on each log.
"""

import collections
import os
import random
import signal
import sqlite3
import subprocess
import threading
import time

import program

KILLS = int(os.environ.get("WARROOM_KILLS", "100"))
KILLS_A_LOG = 50
UNANSWERED = 6


class Writer:
    """A process that is fed lines for as long as it lives, and what it acknowledged."""

    def __init__(self, test, start, line):
        self.test, self.start, self.line = test, start, line
        self.said = 0
        self.acts = []
        self.more = threading.Condition()
        self.process = None
        self.errors = []

    def begin(self):
        self.process = self.start()
        self.open = 0
        self.threads = [threading.Thread(target=self.feed, args=(self.process,)),
                        threading.Thread(target=self.listen, args=(self.process,))]
        for thread in self.threads:
            thread.start()

    def feed(self, process):
        try:
            while process.poll() is None:
                with self.more:
                    if not self.more.wait_for(lambda: self.open < UNANSWERED, 1):
                        continue
                    self.open += 1
                process.stdin.write(self.line.format(self.said).encode())
                process.stdin.flush()
                self.said += 1
                # Nobody types faster, and who never pauses leaves the lock to nobody else.
                time.sleep(0.005)
        except (OSError, ValueError):
            pass

    def listen(self, process):
        for line in process.stdout:
            # What stands behind the last line end was not said to the end.
            if line.endswith(b"\n"):
                with self.more:
                    self.acts.append(line.decode().strip())
                    self.open -= 1
                    self.more.notify_all()
        self.errors.append(process.stderr.read().decode())

    def reach(self, count):
        with self.more:
            if not self.more.wait_for(lambda: len(self.acts) >= count, 120):
                raise AssertionError("no act in two minutes: {!r} {} open, {} {}".format(
                    self.line, self.open, self.process.poll(), "".join(self.errors)))

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.test.assertEqual(self.process.wait(), -signal.SIGKILL, self.errors)
        for thread in self.threads:
            thread.join()
        self.test.end(self.process)


class Commands(Writer):
    """Calls the program for every line, one after the other."""

    def begin(self):
        self.process = None
        self.open = 0
        self.ending = False
        self.turn = threading.Lock()
        self.threads = [threading.Thread(target=self.call)]
        self.threads[0].start()

    def call(self):
        while True:
            with self.turn:
                if self.ending:
                    return
                self.process = self.start(self.line.format(self.said))
                self.said += 1
            self.listen(self.process)
            self.test.end(self.process)

    def kill(self):
        """The one that is running; the next cycle starts others."""
        with self.turn:
            self.ending = True
            if self.process and self.process.poll() is None:
                self.process.send_signal(signal.SIGKILL)
        self.threads[0].join()


class Log:
    """Reads the log as another program may: never the last to close it, so that it never moves it."""

    def __init__(self, path):
        self.connection = sqlite3.connect("file:{}?mode=ro".format(path), uri=True, timeout=10)
        self.last = 0
        self.entries = collections.Counter()

    def read(self):
        for sequence, act in self.connection.execute("SELECT seq, act FROM entry WHERE seq>? ORDER BY seq",
                                                     (self.last,)).fetchall():
            self.last = sequence
            self.entries[act] += 1


class Kill(program.ProgramTest):
    def setUp(self):
        super().setUp()
        # One that is killed while it looks for leaks would complain of that.
        self.env["ASAN_OPTIONS"] = "detect_leaks=0"

    def log(self, number, kills, chance):
        """Kills so often on one log; how many entries were acknowledged, and how many acts were written and not said."""
        self.data = self.path("data{}".format(number))
        label = self.declare()
        typist = [os.environ["WARROOM_TYPIST"], self.data, label]
        session = Writer(self, lambda: self.popen(typist), "session line {}\n")
        # The empty line says that no more lines of the act follow.
        scribe = Writer(self, lambda: self.start("log", label, "-"), "* @scribe scribe line {}\n\n")
        command = Commands(self, lambda line: self.start("log", label, line), "command line {}")
        writers = [session, scribe, command]
        log = Log(os.path.join(self.data, "warroom.db"))
        for writer in writers:
            writer.begin()
        try:
            for cycle in range(kills):
                victim = writers[cycle % 3]
                wanted = chance.randrange(4 if victim is command else 25)
                victim.reach(len(victim.acts) + wanted)
                time.sleep(chance.uniform(0, 0.05))
                victim.kill()
                acknowledged = [act for writer in writers for act in list(writer.acts)]
                log.read()
                lost = [act for act in acknowledged if act not in log.entries]
                self.assertEqual(lost, [], "cycle {}".format(cycle))
                victim.begin()
        finally:
            for writer in writers:
                writer.kill()
        return self.settle(label, writers, log)

    def popen(self, arguments):
        process = subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   env=self.env)
        self.addCleanup(self.end, process)
        return process

    def settle(self, label, writers, log):
        """What one log came to after the last kill."""
        # The session's lines that were not saved are said again by the next one, each of them once.
        last = self.popen([os.environ["WARROOM_TYPIST"], self.data, label])
        again = threading.Timer(2, last.stdin.close)
        again.start()
        writers[0].acts += last.stdout.read().decode().split()
        self.assertEqual((last.wait(), last.stderr.read()), (0, b""))
        for writer in writers:
            self.assertEqual("".join(writer.errors), "")
        log.read()
        self.assertRegex(self.good("verify"), "all as they were written")
        shown = self.show(label)
        self.assertEqual(shown["anomalies"], [])
        texts = collections.Counter(entry["text"] for entry in shown["entries"] if " line " in entry["text"])
        self.assertEqual(set(texts.values()), {1})
        # A pinned note is not there without its pin.
        self.assertEqual([entry for entry in shown["entries"]
                          if entry["text"].startswith("scribe") and not entry["pinned"]], [])
        acts = [act for writer in writers for act in writer.acts]
        self.assertEqual([act for act in acts if act not in log.entries], [])
        self.act("log", label, "and it goes on")
        return sum(log.entries[act] for act in set(acts)), len(log.entries) - len(set(acts)) - 1

    def test_kill(self):
        chance = random.Random(20260131)
        entries = unsaid = killed = 0
        started = time.monotonic()
        while killed < KILLS:
            kills = min(KILLS_A_LOG, KILLS - killed)
            kept, more = self.log(killed, kills, chance)
            killed += kills
            entries += kept
            unsaid += more
        print("\n{} kills in {:.0f} s; {} acknowledged entries, none lost; {} acts written and not said".format(
            killed, time.monotonic() - started, entries, unsaid), flush=True)
        self.assertGreater(entries, 20 * KILLS)


if __name__ == "__main__":
    program.main()
