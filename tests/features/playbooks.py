# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole incident under each of the playbooks that come with the program, said in the words of that playbook."""

import json
import re

import program

BUILT_IN = ["Summary", "Impact", "Root Cause", "Timeline (UTC)", "What Went Well", "What Went Wrong", "Action Items",
            "Lessons Learned", "Related Incidents"]
# The worst severity, the statuses, who leads, minutes to the next update or None, the post-mortem's headings.
PLAYBOOKS = {
    "standard": (
        "SEV1", ["Investigating", "Mitigating", "Monitoring", "Resolved"], "Incident Commander", 15,
        "Post-Mortem: It broke", BUILT_IN),
    "erlmcp-incident-response": (
        "P0", ["Investigating", "Mitigating", "Resolved"], "Incident Commander", 15, "Post-Mortem: It broke", BUILT_IN),
    "erlmcp-v3-runbooks": (
        "SEV-1", ["Investigating", "Mitigating", "Monitoring", "Resolved"], "Incident Commander", 60,
        "Post-Mortem: It broke", BUILT_IN),
    "erlmcp-v3-playbook": (
        "P0", ["Initial Response", "Investigation Phase", "Resolution Phase", "Resolved"], "Tier 2 Support", None,
        "ROOT CAUSE ANALYSIS",
        ["Timeline", "Root Cause", "Contributing Factors", "Solution Implemented", "Lessons Learned", "Action Items"]),
    "mcp-edge-gateway-playbook": (
        "SEV-1", ["Investigating", "Resolved"], "Incident Lead", None, "Post-Mortem: It broke",
        ["Summary", "Timeline", "Root Cause", "Contributing Factors", "What Went Well", "What Could Be Improved",
         "Action Items", "Lessons Learned"]),
    "tai-autonomics-playbook": (
        "SEV-1", ["Investigating", "Implementing fix", "Testing", "Resolved"], "Incident Commander", 15,
        "POST-MORTEM: It broke", ["Timeline", "Root Cause", "Contributing Factors", "Action Items"]),
}


class Playbooks(program.ProgramTest):
    def test_all_of_them_are_here(self):
        listed = [line.split()[0] for line in self.call("playbook", "list").stdout.splitlines()]
        self.assertEqual(sorted(listed), sorted(PLAYBOOKS))
        for name in listed:
            shown = self.call("playbook", "show", name)
            self.assertEqual((shown.returncode, shown.stderr), (0, ""))
            checked = self.call("playbook", "check", self.write(name + ".yaml", shown.stdout))
            self.assertEqual((checked.returncode, checked.stderr), (0, ""))
            self.assertTrue(checked.stdout.startswith(name + ": 4 severities, "), checked.stdout)

    def test_an_incident_under_each(self):
        for name in PLAYBOOKS:
            with self.subTest(name):
                self.incident(name, *PLAYBOOKS[name])

    def incident(self, name, severity, statuses, leader, update, title, headings):
        data = self.path(name)

        def good(verb, *arguments, at="2026-01-31T14:23:00Z"):
            return self.good(verb, "--clock", at, "--as", "Bob", *arguments, data=data)

        good("declare", "--playbook", name, "--severity", severity, "--title", "It broke")
        shown = json.loads(good("show", "--json"))
        self.assertEqual((shown["severity"], shown["status"]), (severity, statuses[0]))
        due = shown["next_update_due"]
        self.assertEqual(due and due[:19], update and "2026-01-31T{:02}:{:02}:00".format(
            *divmod(14 * 60 + 23 + update, 60)))

        good("log", "/role IC @Zoe")
        for status in statuses[1:]:
            good("log", "/status " + status.lower(), at="2026-01-31T15:00:00Z")
            self.assertEqual(json.loads(good("show", "--json"))["status"], status)
        shown = json.loads(good("show", "--json"))
        self.assertEqual([(role["role"], role["person"]) for role in shown["roles"]], [(leader, "Zoe")])
        self.assertEqual(shown["milestones"]["resolved"], "2026-01-31T15:00:00Z")

        playbook = self.call("playbook", "show", name).stdout
        sections = re.findall(r"^    - \{id: ([a-z-]+),", playbook, re.M)
        for section in sections:
            good("log", "/section {} words of {}".format(section, section), at="2026-01-31T16:00:00Z")
        markdown = good("export")
        self.assertEqual(re.findall(r"^#+ .*", markdown, re.M), ["# " + title] + ["## " + text for text in headings])
        for section in sections:
            self.assertIn("words of " + section, markdown.replace("\\", ""))


if __name__ == "__main__":
    program.main()
