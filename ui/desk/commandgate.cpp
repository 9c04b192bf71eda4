// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/commandgate.h"

#include "runbook/filling.h"

#include <QSet>

namespace warroom::desk {

namespace {

/// The one that was logged last, whatever time it is about.
std::optional<EntryId> lastDecision(const incident::IncidentState& state)
{
    const incident::Entry* last = nullptr;
    for (const incident::EntryPtr& entry : state.entries) {
        const auto* noted = std::get_if<incident::Noted>(&entry->body);
        const bool isDecision = noted && noted->kind == incident::NoteKind::Decision && !entry->retracted;
        if (isDecision && (!last || last->rank.hlc < entry->rank.hlc))
            last = entry.get();
    }
    return last ? std::optional(last->id) : std::nullopt;
}

/// "podname" of "<pod-name>" and "POD_NAME".
QString bare(const QString& name)
{
    QString bare = name.toCaseFolded();
    bare.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return bare;
}

} // namespace

QMap<QString, QString> valuesOf(const incident::IncidentState& state)
{
    QMap<QString, QString> values;
    for (auto it = state.variables.cbegin(); it != state.variables.cend(); ++it) {
        if (!it->value.isEmpty()) // as it is when it was redacted
            values.insert(it.key(), it->value);
    }
    return values;
}

QString labelFor(const QString& placeholder, const incident::IncidentState& state)
{
    const QString wanted = bare(placeholder);
    QSet<QString> values;
    for (const incident::Alert& alert : state.firing()) {
        for (auto label = alert.labels.begin(); label != alert.labels.end(); ++label) {
            if (const QString key = bare(label.key()); wanted == key || wanted == key + QLatin1String("name"))
                values.insert(*label);
        }
    }
    return values.size() == 1 ? *values.cbegin() : QString();
}

CommandGate::Answer CommandGate::ask(const runbook::Command& command, const incident::IncidentState& state)
{
    const QMap<QString, QString> values = valuesOf(state);
    QStringList unknown = runbook::unfilled(command, values);
    unknown.removeIf(runbook::isSecret); // never kept, so whoever pastes it fills it in
    if (!unknown.isEmpty())
        return {Answer::Kind::WantsValue, unknown.front(), labelFor(unknown.front(), state)};
    const QString text = runbook::filled(command, values);
    if (!command.dangerous)
        return {Answer::Kind::Copy, text};
    const std::optional<EntryId> decision = lastDecision(state);
    if (m_askedFor == text && decision != m_decisionThen)
        return {Answer::Kind::Copy, text};
    m_askedFor = text;
    m_decisionThen = decision;
    return {Answer::Kind::WantsDecision, text};
}

} // namespace warroom::desk
