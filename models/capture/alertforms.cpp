// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forms.h"

#include <QRegularExpression>

namespace warroom::capture::forms {

namespace {

using incident::AlertState;

std::optional<AlertState> stateIn(const QString& word)
{
    if (word == QLatin1String("firing"))
        return AlertState::Firing;
    if (word == QLatin1String("suppressed"))
        return AlertState::Suppressed;
    if (word == QLatin1String("resolved"))
        return AlertState::Resolved;
    return std::nullopt;
}

/// The state, the labels and the address of a runbook, in any order before the text.
void takeWhich(Draft& draft, incident::TellAlert& tell)
{
    // Prometheus' data model: https://prometheus.io/docs/concepts/data_model/
    static const QRegularExpression label(QStringLiteral("^([a-zA-Z_][a-zA-Z0-9_]*)=(\\S+)$"));
    while (!draft.cursor.atEnd()) {
        const QString word = draft.cursor.word();
        const QRegularExpressionMatch named = label.match(word);
        if (const std::optional<AlertState> state = stateIn(word))
            tell.state = *state;
        else if (named.captured(1) == QLatin1String("runbook_url"))
            tell.runbookUrl = named.captured(2);
        else if (named.hasMatch())
            tell.labels.insert(named.captured(1), named.captured(2));
        else
            return;
        draft.cursor.take(word.size(), SpanKind::Argument);
    }
}

/// Whether the alert is the one that somebody named, as far as they named it.
bool isMeant(const incident::Alert& alert, const incident::TellAlert& tell)
{
    for (auto label = tell.labels.begin(); label != tell.labels.end(); ++label) {
        if (alert.labels.value(label.key()) != *label)
            return false;
    }
    return alert.name.compare(tell.name, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<incident::Command> alert(Draft& draft)
{
    incident::TellAlert tell;
    tell.name = draft.cursor.word();
    if (tell.name.isEmpty())
        return badForm();
    draft.cursor.take(tell.name.size(), SpanKind::Argument);
    takeWhich(draft, tell);
    tell.summary = draft.reading.text = draft.cursor.rest();
    tell.startsAt = draft.reading.occurredAt;
    tell.fingerprint = QStringList{tell.name, incident::linesOf(tell.labels)}.join(QLatin1Char('\n')).trimmed();
    if (!draft.situation.state)
        return incident::Command(tell);
    for (const incident::Alert& alert : draft.situation.state->firing()) {
        if (isMeant(alert, tell)) {
            tell.fingerprint = alert.fingerprint;
            tell.startsAt = alert.startsAt;
            tell.name = alert.name;
            break;
        }
    }
    return incident::Command(tell);
}

} // namespace warroom::capture::forms
