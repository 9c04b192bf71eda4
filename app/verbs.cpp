// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs.h"

#include <QCoreApplication>

#include <algorithm>

namespace warroom::app {

const std::vector<Verb>& verbs()
{
    static const std::vector<Verb> all{
        {"declare", "--severity LABEL --title TEXT",
            QT_TRANSLATE_NOOP("warroom::app", "Declares an incident and prints its label."), declare},
        {"log", "[ID] LINE", QT_TRANSLATE_NOOP("warroom::app", "Logs one line, or each line of standard input with -."),
            log},
        {"role", "[ID] ROLE PERSON", QT_TRANSLATE_NOOP("warroom::app", "Gives a role to a person; - releases it."),
            role},
        {"update", "[ID]", QT_TRANSLATE_NOOP("warroom::app", "Records a status update as sent."), update},
        {"resolve", "[ID] [TEXT]", QT_TRANSLATE_NOOP("warroom::app", "Resolves the incident."), resolve},
        {"amend", "[ID] ENTRY [TEXT]", QT_TRANSLATE_NOOP("warroom::app", "Says an entry's text or time anew."), amend},
        {"retract", "[ID] ENTRY [REASON]", QT_TRANSLATE_NOOP("warroom::app", "Takes back all that one act wrote."),
            retract},
        {"redact", "[ID] ENTRY...", QT_TRANSLATE_NOOP("warroom::app", "Erases the words of entries from every file."),
            redact},
        {"list", "", QT_TRANSLATE_NOOP("warroom::app", "Lists the incidents, the latest first."), list},
        {"show", "[ID]", QT_TRANSLATE_NOOP("warroom::app", "Shows an incident as it stands."), show},
        {"search", "WORDS", QT_TRANSLATE_NOOP("warroom::app", "Finds entries of all incidents that hold every word."),
            search},
        {"export", "[ID]", QT_TRANSLATE_NOOP("warroom::app", "Writes the post-mortem as Markdown."), exportPostMortem},
        {"verify", "[ID]", QT_TRANSLATE_NOOP("warroom::app", "Checks that no entry was changed since it was written."),
            verify},
        {"salvage", "FROM TO",
            QT_TRANSLATE_NOOP("warroom::app", "Gets what can be read of a damaged log into a new folder."), salvage},
        {"restore", "[COPY]",
            QT_TRANSLATE_NOOP("warroom::app", "Lists the copies of the log, or puts one (or latest) in its place."),
            restore},
        {"playbook", "list|show NAME|check FILE", QT_TRANSLATE_NOOP("warroom::app", "Shows and checks playbooks."),
            playbook},
        {"runbook", "check FILE|FOLDER...",
            QT_TRANSLATE_NOOP("warroom::app", "Says how runbooks in Markdown are read, and what is odd about them."),
            runbook},
        {"metrics", "query --source NAME|URL --expr PROMQL",
            QT_TRANSLATE_NOOP("warroom::app", "Asks a Prometheus, and says what it answers."), metrics},
        {"panel", "--source NAME|URL --expr PROMQL --screenshot FILE",
            QT_TRANSLATE_NOOP("warroom::app", "Draws what a Prometheus answers as a picture."), panel, true},
        {"panels", "import FILE...",
            QT_TRANSLATE_NOOP("warroom::app", "Reads the panels of Grafana's dashboards and Prometheus' rules."),
            panels},
        {"desk", "[ID]", QT_TRANSLATE_NOOP("warroom::app", "Opens the commander's window; what warroom does alone."),
            desk, true},
    };
    return all;
}

const Verb* verbNamed(const QString& name)
{
    const auto found = std::find_if(
        verbs().begin(), verbs().end(), [&](const Verb& verb) { return name == QLatin1String(verb.name); });
    return found == verbs().end() ? nullptr : &*found;
}

} // namespace warroom::app
