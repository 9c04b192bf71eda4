# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 in the middle of writing, again and again: what was printed is there, and nothing is there by halves."""

import collections
import os
import random
import re
import select
import signal
import threading
import time

import program

KILLS = 200
WRITERS = 3
LINES = 30
SAID = re.compile(r"^(victim\d+|writer\d+) line (\d+)$")


class Steady(threading.Thread):
    """Feeds a process that is not killed, line after line, until told to stop."""

    def __init__(self, process, name):
        super().__init__()
        self.process, self.who = process, name
        self.acts = []
        self.fed = 0
        self.stopping = threading.Event()

    def run(self):
        while not self.stopping.wait(0.01):
            # The empty line says that no more lines of the act follow.
            self.process.stdin.write("* @{} {} line {}\n\n".format(self.who, self.who, self.fed).encode())
            self.process.stdin.flush()
            self.fed += 1
            act = self.process.stdout.readline().decode()
            if not act.endswith("\n"):
                break
            self.acts.append(act.strip())


class Kill(program.ProgramTest):
    def victim(self, label, name, wanted, delay):
        """Feeds a process, waits for some acts, kills it a moment later; what it had acknowledged until then."""
        process = self.start("log", label, "-")
        process.stdin.write("".join("* @{} {} line {}\n".format(name, name, line) for line in range(LINES)).encode())
        process.stdin.flush()
        out = process.stdout.fileno()
        printed = b""
        deadline = time.monotonic() + 60
        while printed.count(b"\n") < wanted:
            self.assertTrue(select.select([out], [], [], max(0, deadline - time.monotonic()))[0], "no act in a minute")
            piece = os.read(out, 4096)
            self.assertTrue(piece, "it ended by itself")
            printed += piece
        time.sleep(delay)
        os.kill(process.pid, signal.SIGKILL)
        self.assertEqual(process.wait(), -signal.SIGKILL)
        printed += process.stdout.read()
        self.assertEqual(process.stderr.read(), b"")
        self.end(process)
        # What stands behind the last line end was not said to the end.
        acts = printed.decode().split("\n")[:-1]
        for act in acts:
            self.assertRegex(act, program.UUID)
        return acts

    def test_kill(self):
        chance = random.Random(20260131)
        label = self.declare()
        started = time.monotonic()
        self.act("log", label, "how long one takes")
        once = time.monotonic() - started
        steady = [Steady(self.start("log", label, "-"), "writer{}".format(number)) for number in range(WRITERS)]
        for writer in steady:
            writer.start()
        acknowledged = {}
        try:
            for number in range(KILLS):
                # One in four while it starts, the others in the middle of writing.
                wanted = chance.randrange(4)
                delay = chance.uniform(0, 1.5 * once) if wanted == 0 else chance.uniform(0, 0.02)
                name = "victim{}".format(number)
                acknowledged[name] = self.victim(label, name, wanted, delay)
        finally:
            for writer in steady:
                writer.stopping.set()
            for writer in steady:
                writer.join(60)
        for writer in steady:
            out, error = writer.process.communicate()
            self.assertEqual((writer.process.returncode, out, error), (0, b"", b""), writer.who)
            self.assertEqual(len(writer.acts), writer.fed, writer.who)
            acknowledged[writer.who] = writer.acts

        entries = self.show(label)["entries"]
        there = collections.Counter(entry["act"] for entry in entries)
        of = collections.defaultdict(dict)
        for entry in entries:
            said = SAID.match(entry["text"])
            if not said:
                continue
            # An act introduces who it is by, logs the note and pins it.
            self.assertEqual((entry["pinned"], entry["by"]), (True, said.group(1)), entry)
            self.assertNotIn(int(said.group(2)), of[said.group(1)], entry)
            of[said.group(1)][int(said.group(2))] = entry["act"]
        # The declaration and the first line are all that is not ours.
        self.assertEqual(len(entries), 2 + sum(len(lines) for lines in of.values()))
        unsaid = 0
        for name, acts in acknowledged.items():
            self.assertEqual([there[act] for act in acts], [1] * len(acts), name)
            written = [of[name][line] for line in sorted(of[name])]
            self.assertEqual(sorted(of[name]), list(range(len(written))), name)
            self.assertEqual(written[:len(acts)], acts, name)
            # At most the one it was about to print.
            self.assertLessEqual(len(written) - len(acts), 1, name)
            unsaid += len(written) - len(acts)
        self.assertRegex(self.good("verify"), "all as they were written")
        self.assertEqual(self.show(label)["anomalies"], [])
        self.act("log", label, "and it goes on")

        killed = [acts for name, acts in acknowledged.items() if name.startswith("victim")]
        amid = sum(0 < len(acts) < LINES for acts in killed)
        kept = sum(len(acts) for acts in acknowledged.values())
        print("\n{} kills, {} of them amid writing; {} acknowledged acts, {} written and not said".format(
            len(killed), amid, kept, unsaid), flush=True)
        self.assertEqual(len(killed), KILLS)
        self.assertGreater(amid, KILLS // 2)
        self.assertGreater(sum(len(writer.acts) for writer in steady), KILLS)


if __name__ == "__main__":
    program.main()
