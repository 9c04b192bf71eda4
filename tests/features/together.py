# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes on one store: labels, acts, and words that must be gone from every file."""

import collections
import threading

import program

WORD = "Zanzibarkürbisquark"


class Together(program.ProgramTest):
    def outcome(self, processes, given=b""):
        """Feeds all of them at once; what each printed."""
        outcomes = {}

        def talk(process):
            outcomes[process] = process.communicate(given[process] if isinstance(given, dict) else given)

        threads = [threading.Thread(target=talk, args=(process,)) for process in processes]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for process in processes:
            self.assertEqual((process.returncode, outcomes[process][1].decode()), (0, ""))
        return [outcomes[process][0].decode() for process in processes]

    def test_labels(self):
        labels = []
        # The first round also makes the store.
        for turn in range(4):
            started = [self.start("declare", "--clock", program.CLOCK, "--severity", "SEV1", "--title",
                                  "{} {}".format(turn, number)) for number in range(6)]
            labels += [printed.strip() for printed in self.outcome(started)]
            self.assertEqual(sorted(labels),
                             ["INC-2026-01-31-{:03}".format(number + 1) for number in range(len(labels))])
        titles = [self.show(label)["title"] for label in labels[:6]]
        self.assertEqual(titles, ["0 {}".format(number) for number in range(6)])
        self.assertRegex(self.good("verify"), "all as they were written")

    def test_three_writers(self):
        label = self.declare()
        writers = [self.start("log", label, "-") for _ in range(3)]
        lines = {writer: ["writer {} line {}".format(number, line) for line in range(200)]
                 for number, writer in enumerate(writers)}
        printed = self.outcome(writers, {writer: "\n".join(said).encode() for writer, said in lines.items()})
        acts = [ids.split() for ids in printed]
        self.assertEqual([len(ids) for ids in acts], [200, 200, 200])
        entries = self.show(label)["entries"]
        counted = collections.Counter(entry["act"] for entry in entries)
        text = {entry["act"]: entry["text"] for entry in entries}
        for ids, writer in zip(acts, writers):
            self.assertEqual([counted[act] for act in ids], [1] * 200)
            self.assertEqual([text[act] for act in ids], lines[writer])
        self.assertEqual(len(entries), 601)
        self.assertRegex(self.good("verify"), "all as they were written")

    def traces(self, word):
        """The files with this word or the end of it, however it is written."""
        found = []
        for part in (word, word[len(word) // 2:]):
            for spelt in (part.lower(), part.upper(), part):
                for code in ("utf-8", "utf-16-le", "utf-16-be"):
                    needle = spelt.encode(code).lower()
                    found += [name for name, body in program.bodies(self.data).items() if needle in body.lower()]
        return sorted(set(found))

    def test_redacted_word_is_in_no_file(self):
        label = self.declare()
        act = self.act("log", label, "the password is {} and nothing else".format(WORD))
        self.act("amend", label, act, "the password was {} until now".format(WORD.upper()))
        self.assertIn("warroom.db", self.traces(WORD))
        self.assertIn("password", self.good("search", WORD))
        # Somebody else is in the middle of the log, and has read it.
        other = self.start("log", label, "-")
        # The empty line says that no more lines of the act follow.
        other.stdin.write(b"before\n\n")
        other.stdin.flush()
        self.assertRegex(other.stdout.readline().decode().strip(), program.UUID)

        done = self.run_verb("redact", label, act)
        self.assertEqual(done.returncode, 0, self.said(done))
        other.stdin.write(b"after\n\n")
        other.stdin.flush()
        self.assertRegex(other.stdout.readline().decode().strip(), program.UUID)
        self.act("log", label, "a third one")
        self.assertEqual(other.communicate()[1], b"")
        self.assertEqual(other.returncode, 0)

        self.assertEqual(self.traces(WORD), [])
        self.act("log", label, "logged behind it")
        self.assertEqual(self.run_verb("search", WORD).returncode, 1)
        self.assertEqual(self.run_verb("search", WORD[:5]).returncode, 1)
        self.assertEqual(self.run_verb("search", "behind").returncode, 0)
        self.assertEqual(self.traces(WORD), [])
        entry = [entry for entry in self.show(label)["entries"] if entry["act"] == act]
        self.assertEqual([(found["state"], found["text"]) for found in entry], [("redacted", "[redacted]")])
        self.assertNotIn(WORD.lower(), self.good("export", label, "--all").lower())
        self.assertRegex(self.good("verify"), "all as they were written")

    def test_redacted_while_nobody_else_is_there(self):
        self.declare("Checkout fails", "--impact", "nobody can pay")
        acts = [self.act("log", "! {} {}".format(WORD, number)) for number in range(3)]
        self.assertIn("warroom.db", self.traces(WORD))
        self.assertRegex(self.good("redact", *acts).strip(), program.UUID)
        self.assertEqual(self.traces(WORD), [])
        self.assertIn("nobody can pay", self.good("show"))


if __name__ == "__main__":
    program.main()
