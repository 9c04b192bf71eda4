# SPDX-License-Identifier: GPL-3.0-or-later
"""The real program as a script sees it: arguments in, exit status, lines and files out."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

UUID = re.compile(r"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
LABEL = re.compile(r"^INC-\d{4}-\d{2}-\d{2}-\d{3}$")
CLOCK = "2026-01-31T15:05:00Z"


def main():
    """unittest.main, with the program as first argument or in $WARROOM."""
    if len(sys.argv) > 1 and os.access(sys.argv[1], os.X_OK):
        os.environ["WARROOM"] = os.path.abspath(sys.argv.pop(1))
    if not os.access(os.environ.get("WARROOM", ""), os.X_OK):
        sys.exit("usage: {} PROGRAM (or $WARROOM)".format(sys.argv[0]))
    unittest.main(verbosity=2)


def bodies(folder):
    """The bytes of every file under a folder."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


class ProgramTest(unittest.TestCase):
    """A data folder and a home of its own for each test."""

    def setUp(self):
        self.work = tempfile.mkdtemp(prefix="warroom-test-")
        self.addCleanup(shutil.rmtree, self.work, ignore_errors=True)
        self.data = os.path.join(self.work, "data")
        self.env = {name: value for name, value in os.environ.items()
                    if not name.startswith(("WARROOM", "XDG_", "QT_"))}
        home = os.path.join(self.work, "home")
        os.mkdir(home)
        self.env.update(HOME=home, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen")

    def path(self, name):
        return os.path.join(self.work, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)
        return self.path(name)

    def call(self, *arguments, given="", env=None):
        """Runs the program with exactly these arguments."""
        done = subprocess.run([os.environ["WARROOM"], *arguments], input=given.encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env={**self.env, **(env or {})}, timeout=120)
        done.stdout = done.stdout.decode()
        done.stderr = done.stderr.decode()
        return done

    def run_verb(self, verb, *arguments, given="", data=None):
        """Runs a verb on the data folder of this test."""
        return self.call(verb, "--data-dir", data or self.data, *arguments, given=given)

    def start(self, verb, *arguments):
        """Starts a verb on the data folder, with pipes."""
        process = subprocess.Popen([os.environ["WARROOM"], verb, "--data-dir", self.data, *arguments],
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.env)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.poll() is None:
            process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout, process.stderr):
            try:
                pipe.close()
            except OSError:
                pass

    def said(self, done):
        return "{}\nstatus {}\n{}{}".format(done.args, done.returncode, done.stdout, done.stderr)

    def good(self, verb, *arguments, given="", data=None):
        """Runs a verb that succeeds; what it printed."""
        done = self.run_verb(verb, *arguments, given=given, data=data)
        self.assertEqual((done.returncode, done.stderr), (0, ""), self.said(done))
        return done.stdout

    def act(self, verb, *arguments, given=""):
        """Runs a verb that writes one act; its id, which is on disk."""
        printed = self.good(verb, *arguments, given=given)
        self.assertRegex(printed.rstrip("\n"), UUID)
        self.assertEqual(printed.count("\n"), 1)
        return printed.strip()

    def declare(self, title="Checkout fails", *arguments):
        label = self.good("declare", "--severity", "SEV1", "--title", title, *arguments).strip()
        self.assertRegex(label, LABEL)
        return label

    def show(self, *arguments):
        return json.loads(self.good("show", *arguments, "--json"))

    def entry(self, text, *arguments):
        """The one entry with this text."""
        found = [entry for entry in self.show(*arguments)["entries"] if entry["text"] == text]
        self.assertEqual(len(found), 1, text)
        return found[0]

    def complained(self, done, status, says=""):
        """That a command was refused as promised: its status, one line on standard error."""
        self.assertEqual(done.returncode, status, self.said(done))
        self.assertRegex(done.stderr, r"\Awarroom: [^\n]+\n\Z", self.said(done))
        self.assertIn(says, done.stderr)

    def refused(self, status, verb, *arguments, given="", says="", data=None):
        done = self.run_verb(verb, *arguments, given=given, data=data)
        self.complained(done, status, says)
        self.assertEqual(done.stdout, "", self.said(done))
