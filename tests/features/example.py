# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped example through `warroom log -`, and the post-mortem made of it."""

import os
import re

import program

EXAMPLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../resources/examples/websocket-outage.txt")
HEADINGS = [
    "# Post-Mortem: WebSocket connections failing", "## Summary", "## Impact", "## Root Cause", "## Timeline (UTC)",
    "## What Went Well", "## What Went Wrong", "## Action Items", "## Lessons Learned", "## Related Incidents"]
METADATA = {
    "Incident ID": "INC-2026-01-31-001", "Date": "2026-01-31", "Severity": "P0 (Critical)",
    "Duration": "37 minutes (14:23 - 15:00 UTC)", "Incident Commander": "Alice Chen"}
TIMELINE = [
    ["12:00", "Deployed v2.2.0 to production"],
    ["14:15", "Connection pool saturation began"],
    ["14:23", "First alert: WebSocket connection failures"],
    ["14:25", "On-call acknowledged alert"],
    ["14:30", "Escalated to Incident Commander"],
    ["14:35", "Identified pool exhaustion, initiated rollback"],
    ["14:40", "Rollback to v2.1.3 complete"],
    ["14:45", "Connections recovering (50%)"],
    ["15:00", "Incident resolved (99.8% connections restored)"]]
ACTION_ITEMS = [
    ["Add timeout parameter to gen_tcp:recv/3 in v2.2.1", "Bob Smith", "2026-02-01", "P0", "Done"],
    ["Add unit test for connection timeout", "Bob Smith", "2026-02-01", "P0", "Done"],
    ["Create connection pool saturation alert", "Carol Lee", "2026-02-02", "P1", "In Progress"],
    ["Implement canary deployment (10% traffic)", "DevOps", "2026-02-05", "P1", "Planned"],
    ["Add integration test for sustained load", "QA", "2026-02-07", "P2", "Planned"],
    ["Review all gen_tcp calls for missing timeouts", "Team", "2026-02-10", "P2", "Planned"]]


def plain(markdown):
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", markdown)


def headings(markdown):
    """Outside of code blocks."""
    fence, found = None, []
    for line in markdown.split("\n"):
        mark = re.match(r"`{3,}", line)
        if mark and fence is None:
            fence = mark.group()
        elif fence and line == fence:
            fence = None
        elif fence is None and line.startswith("#"):
            found.append(plain(line))
    return found


def section(markdown, heading):
    start = markdown.index("\n" + heading + "\n") + len(heading) + 2
    end = re.compile(r"^## ", re.M).search(markdown, start)
    return markdown[start:end.start() if end else len(markdown)]


def table(text):
    """Head and rows of the only table of a section."""
    rows = [[plain(cell.strip()) for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            for line in text.split("\n") if line.startswith("|")]
    assert all(re.match(r"^-+$", cell) for cell in rows[1]), rows[1]
    return rows[0], rows[2:]


class Example(program.ProgramTest):
    def setUp(self):
        super().setUp()
        with open(EXAMPLE, encoding="utf-8") as file:
            self.lines = file.read()
        self.printed = self.example(self.data)
        self.clock = ["--clock", program.CLOCK]

    def example(self, data):
        return self.good("log", "--clock", program.CLOCK, "--as", "carol", "--playbook", "erlmcp-incident-response", "-",
                         given=self.lines, data=data)

    def export(self, *arguments, data=None):
        return self.good("export", *self.clock, *arguments, data=data)

    def test_one_act_a_line(self):
        acts = self.printed.split()
        self.assertEqual(len(acts), sum(not line.startswith("\t") for line in self.lines.splitlines()))
        self.assertEqual(len(set(acts)), len(acts))
        self.assertEqual(set(acts), {entry["act"] for entry in self.show(*self.clock)["entries"]})

    def test_headings_and_metadata(self):
        markdown = self.export()
        self.assertEqual(headings(markdown), HEADINGS)
        head = markdown[:markdown.index("\n## Summary")]
        metadata = dict(re.findall(r"^\*\*([^*]+):\*\* (.*?)\\?$", head, re.M))
        responders = plain(metadata.pop("Responders"))
        self.assertEqual({name: plain(value) for name, value in metadata.items()}, METADATA)
        self.assertIn("Bob Smith (On-Call Engineer)", responders)
        self.assertIn("Carol Lee (Subject Matter Expert)", responders)

    def test_sections_say_what_was_logged(self):
        markdown = self.export()
        impact = plain(section(markdown, "## Impact"))
        self.assertIn("\n- **Users Affected:** 5,000 (100% of active WebSocket users)\n", impact)
        self.assertIn("\n- **Duration:** 37 minutes from the alert; 45 minutes from the start of impact\n", impact)
        self.assertIn("\n- **Revenue Impact:** $1,250 (estimated, based on SLA credits)\n", impact)
        self.assertIn("\n- **Customer Escalations:** 3 (via support tickets)\n", impact)
        self.assertIn("mitigated by rolling back to v2.1.3.", plain(section(markdown, "## Summary")))
        self.assertIn("\n```erlang\n% v2.1.3 (working)\ngen_tcp:recv(Socket, 0, 5000)\n\n% v2.2.0 (broken)\n"
                      "gen_tcp:recv(Socket, 0)  % Missing timeout!\n```\n", section(markdown, "## Root Cause"))
        for heading, mark, count in (("## What Went Well", "- ", 4), ("## What Went Wrong", "- ", 5),
                                     ("## Lessons Learned", r"\d\. ", 4), ("## Related Incidents", "- ", 1)):
            found = re.findall("^" + mark + r"\S", section(markdown, heading), re.M)
            self.assertEqual(len(found), count, heading)

    def test_timeline_is_the_nine_pinned_rows(self):
        head, rows = table(section(self.export(), "## Timeline (UTC)"))
        self.assertEqual(head, ["Time", "Event"])
        self.assertEqual(rows, TIMELINE)

    def test_action_items(self):
        head, rows = table(section(self.export(), "## Action Items"))
        self.assertEqual(head, ["Action", "Owner", "Due Date", "Priority", "Status"])
        self.assertEqual(rows, ACTION_ITEMS)

    def test_same_bytes(self):
        first = self.export()
        self.assertEqual(self.export(), first)
        self.assertEqual(self.export("-o", "-"), first)
        self.assertEqual(self.export("INC-2026-01-31-001"), first)
        self.assertEqual(self.export("--output", self.path("out.md")), "")
        with open(self.path("out.md"), encoding="utf-8", newline="") as file:
            self.assertEqual(file.read(), first)
        # The same lines in another folder have other ids and the same post-mortem.
        other = self.path("other")
        self.assertFalse(set(self.example(other).split()) & set(self.printed.split()))
        self.assertEqual(self.export(data=other), first)
        # Nothing but what was logged goes in: not the day it is read on.
        self.assertEqual(self.good("export", "--clock", "2027-03-01T00:00:00Z"), first)

    def test_all_has_more(self):
        head, rows = table(section(self.export("--all"), "## Timeline (UTC)"))
        self.assertEqual(head, ["Time", "Event", "By"])
        said = [row[1] for row in rows]
        self.assertGreater(len(rows), 40)
        for _, event in TIMELINE:
            self.assertEqual(said.count(event), 1, event)
        at = {row[1]: row[0] for row in rows}
        self.assertEqual(at["Last deploy: v2.2.0 at 12:00 UTC. No config change since."], "14:28")
        self.assertEqual(at["Roll back to v2.1.3 rather than patch forward"], "14:34")
        self.assertTrue(dict((row[1], row[2]) for row in rows)
                        ["Roll back to v2.1.3 rather than patch forward"].startswith("Alice Chen"))
        self.assertEqual([row[0] for row in rows], sorted(row[0] for row in rows))

    def test_verify(self):
        self.assertRegex(self.good("verify"), r"^[1-9]\d* entries, all as they were written\.\n$")

    def test_show(self):
        shown = self.show(*self.clock)
        self.assertEqual(shown["milestones"], {
            "impact_started": "2026-01-31T14:15:00Z", "detected": "2026-01-31T14:23:00Z",
            "declared": "2026-01-31T14:23:00Z", "acknowledged": "2026-01-31T14:25:00Z",
            "mitigated": "2026-01-31T14:46:00Z", "resolved": "2026-01-31T15:00:00Z", "closed": None})
        self.assertEqual(shown["durations"], {
            "impact_to_detected": 480, "detected_to_acknowledged": 120, "detected_to_mitigated": 1380,
            "detected_to_resolved": 2220, "impact_to_resolved": 2700})
        self.assertEqual({(role["role"], role["person"]) for role in shown["roles"]}, {
            ("Incident Commander", "Alice Chen"), ("On-Call Engineer", "Bob Smith"),
            ("Subject Matter Expert", "Carol Lee")})
        self.assertEqual([(action["number"], action["owner"], action["state"]) for action in shown["actions"]],
                         [(1, "Bob Smith", "done"), (2, "Carol Lee", "done")])
        self.assertEqual([[item["text"], item["owner"], item["due"], item["priority"]]
                          for item in shown["follow_ups"]], [row[:4] for row in ACTION_ITEMS])
        self.assertEqual([item["state"] for item in shown["follow_ups"]],
                         ["done", "done", "started", "open", "open", "open"])
        self.assertEqual(sum(entry["kind"] == "update" for entry in shown["entries"]), 3)
        self.assertEqual([[entry["occurred_at"][11:16], entry["text"]] for entry in shown["entries"]
                          if entry["pinned"]], TIMELINE)
        self.assertEqual((shown["conflicts"], shown["anomalies"], shown["next_update_due"]), ([], [], None))


if __name__ == "__main__":
    program.main()
