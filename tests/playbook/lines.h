// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/loader.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>

/// The playbooks that come with the program, as lines: one for each part, so that a difference can be read.
namespace warroom::playbook {

inline std::optional<Playbook> shippedPlaybook(const QString& name)
{
    QFile file(QStringLiteral(WARROOM_PLAYBOOKS "/%1.yaml").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning() << file.fileName() << file.errorString();
        return std::nullopt;
    }
    auto playbook = load(file.readAll(), name);
    if (playbook)
        return std::move(playbook).value();
    qWarning() << playbook.error().detail;
    return std::nullopt;
}

/// "SEV-1: Error rate > 50%"
inline QStringList criteriaOf(const Playbook& playbook)
{
    QStringList found;
    for (const Severity& severity : playbook.severities) {
        for (const QString& criterion : severity.criteria)
            found += severity.label + QStringLiteral(": ") + criterion;
    }
    return found;
}

/// "scribe: Takes notes"; what somebody has the authority for: "scribe may: …"
inline QStringList dutiesOf(const Playbook& playbook)
{
    QStringList found;
    for (const Role& role : playbook.roles) {
        for (const QString& duty : role.duties)
            found += role.id + QStringLiteral(": ") + duty;
        for (const QString& authority : role.authority)
            found += role.id + QStringLiteral(" may: ") + authority;
    }
    return found;
}

template<typename T, typename Line> QStringList lines(const std::vector<T>& all, Line line)
{
    QStringList text;
    std::ranges::transform(all, std::back_inserter(text), line);
    return text;
}

inline QString number(std::chrono::minutes duration) { return QString::number(duration.count()); }

/// Label, name, meaning; minutes to respond, to resolve, between updates.
inline QString line(const Severity& severity)
{
    return QStringList{severity.label, severity.name, severity.meaning, number(severity.respondWithin),
        number(severity.resolveWithin), number(severity.updateEvery)}
        .join(QStringLiteral(" | "));
}

inline QString line(const Status& status)
{
    return status.milestone ? status.word + QStringLiteral(" -> ") + word(*status.milestone) : status.word;
}

inline QString line(const Role& role)
{
    const QString marks = (role.commander ? QStringLiteral(" commander") : QString())
        + (role.several ? QStringLiteral(" several") : QString());
    return QStringList{role.id, role.name, role.aliases.join(u','), role.primary, role.backup}.join(
               QStringLiteral(" | "))
        + marks;
}

inline QString line(const RosterPerson& person)
{
    return QStringList{person.handle, person.name, person.title, person.email, person.phone}.join(
        QStringLiteral(" | "));
}

inline QString line(const Section& section)
{
    return section.id + QStringLiteral(" | ") + section.heading + (section.line ? QStringLiteral(" line") : QString());
}

/// Name and where it is told.
inline QString line(const Audience& audience)
{
    return (audience.name + QStringLiteral(" | ") + audience.channels.join(u',')).trimmed();
}

/// The words of a template that are the document's, line by line: what stands there besides the variables.
inline QStringList wordsOf(QString templateText)
{
    static const QRegularExpression tag(QStringLiteral("\\{{2,3}[^}]*\\}{2,3}"));
    QStringList words;
    for (const QString& text : templateText.remove(tag).split(u'\n')) {
        if (std::ranges::any_of(text, [](QChar c) { return c.isLetter(); }))
            words += text.simplified();
    }
    return words;
}

/// "During Incident 7 at declared"
inline QString line(const Checklist& checklist)
{
    const QString at = checklist.at ? QStringLiteral(" at ") + word(*checklist.at) : QString();
    return QStringLiteral("%1 %2").arg(checklist.title).arg(checklist.steps.size()) + at;
}

inline constexpr auto toLine = [](const auto& value) { return line(value); };

} // namespace warroom::playbook
