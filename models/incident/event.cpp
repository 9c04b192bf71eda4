// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/event.h"

#include <algorithm>

namespace warroom::incident {

namespace {

template<typename T, typename Match> const T* first(const std::vector<T>& all, Match match)
{
    const auto found = std::find_if(all.begin(), all.end(), match);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString linesOf(const QMap<QString, QString>& labels)
{
    QStringList lines;
    for (auto label = labels.begin(); label != labels.end(); ++label)
        lines << label.key().simplified().remove(QLatin1Char('=')) + QLatin1Char('=') + label->simplified();
    return lines.join(QLatin1Char('\n'));
}

QMap<QString, QString> labelsOf(const QString& lines)
{
    QMap<QString, QString> labels;
    for (const QString& line : lines.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        labels.insert(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
    return labels;
}

const AdoptedPlaybook::Severity* AdoptedPlaybook::severity(const QString& label) const
{
    return first(severities, [&](const Severity& s) { return s.label == label; });
}

const AdoptedPlaybook::Status* AdoptedPlaybook::status(const QString& word) const
{
    return first(statuses, [&](const Status& s) { return s.word == word; });
}

const AdoptedPlaybook::Role* AdoptedPlaybook::role(const QString& id) const
{
    return first(roles, [&](const Role& r) { return r.id == id; });
}

bool AdoptedPlaybook::isEnd(const QString& status) const
{
    bool ended = false;
    for (const Status& each : statuses) {
        ended = ended || each.milestone == Milestone::Resolved || each.milestone == Milestone::Closed;
        if (each.word == status)
            return ended;
    }
    return false;
}

} // namespace warroom::incident
