// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/exported.h"

#include "report/parsed.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace warroom::tests {

QString exported(const Story& story, playbook::TimelineChoice timeline, const playbook::Playbook& playbook)
{
    const Result<QString> document = report::postMortem(story.state(), playbook, timeline, plainWording);
    return document ? *document : u"refused: "_s + document.error().detail;
}

std::vector<QStringList> timelineOf(const QString& document)
{
    std::vector<QStringList> rows = parse(document).rows;
    std::erase_if(rows, [](const QStringList& row) { return row.size() > 3 || row.first() == u"Time"_s; });
    return rows;
}

QStringList eventsOf(const QString& document)
{
    QStringList events;
    for (const QStringList& row : timelineOf(document))
        events += row[1];
    return events;
}

QString lineStarting(const QString& document, const QString& start)
{
    for (const QString& line : document.split(u'\n')) {
        if (line.startsWith(start))
            return line;
    }
    return {};
}

QString difference(const QString& wanted, const QString& got)
{
    QStringList a = wanted.split(u'\n');
    QStringList b = got.split(u'\n');
    int line = 1;
    for (; !a.isEmpty() && !b.isEmpty() && a.first() == b.first(); ++line) {
        a.removeFirst();
        b.removeFirst();
    }
    while (!a.isEmpty() && !b.isEmpty() && a.last() == b.last()) {
        a.removeLast();
        b.removeLast();
    }
    QString text = u"from line %1:\n"_s.arg(line);
    for (const QString& gone : a.first(std::min<qsizetype>(a.size(), 5)))
        text += u'-' + gone + u'\n';
    for (const QString& come : b.first(std::min<qsizetype>(b.size(), 5)))
        text += u'+' + come + u'\n';
    return text;
}

} // namespace warroom::tests
