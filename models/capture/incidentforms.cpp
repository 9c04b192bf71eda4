// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/forms.h"
#include "capture/names.h"
#include "incident/people.h"

#include <QRegularExpression>

#include <algorithm>

namespace warroom::capture::forms {

namespace {

using incident::Command;
using incident::Milestone;

/// What is left is the text.
const QString& takeText(Draft& draft) { return draft.reading.text = draft.cursor.rest(); }

/// One of a playbook's words at the cursor; else the error, with the word that is none of them.
Result<std::size_t> takeName(Draft& draft, const std::vector<QStringList>& names, ErrorCode unknown)
{
    Cursor& cursor = draft.cursor;
    if (cursor.atEnd())
        return badForm();
    if (const auto match = longestName(cursor.ahead(), names)) {
        cursor.take(match->length, SpanKind::Argument);
        return match->index;
    }
    const QString word = cursor.word();
    cursor.take(word.size(), SpanKind::Unknown);
    return Error{unknown, word};
}

Result<QString> takeSeverity(Draft& draft)
{
    static const std::vector<playbook::Severity> none;
    const auto& severities = draft.situation.playbook ? draft.situation.playbook->severities : none;
    std::vector<QStringList> names;
    for (const auto& severity : severities)
        names.push_back({severity.label});
    const auto index = takeName(draft, names, ErrorCode::UnknownSeverity);
    return index ? Result(severities[*index].label) : index.error();
}

bool takeWord(Draft& draft, QLatin1String word)
{
    if (draft.cursor.word().compare(word, Qt::CaseInsensitive) != 0)
        return false;
    draft.cursor.take(word.size(), SpanKind::Argument);
    return true;
}

Result<Command> milestone(Draft& draft, Milestone reached)
{
    return Command(incident::SetMilestone{reached, takeText(draft), !draft.reading.timeTyped});
}

} // namespace

Result<Command> severity(Draft& draft)
{
    const Result<QString> label = takeSeverity(draft);
    if (!label)
        return label.error();
    takeWord(draft, QLatin1String("because"));
    return Command(incident::ChangeSeverity{*label, takeText(draft)});
}

Result<Command> status(Draft& draft)
{
    static const std::vector<playbook::Status> none;
    const auto& statuses = draft.situation.playbook ? draft.situation.playbook->statuses : none;
    std::vector<QStringList> names;
    for (const auto& status : statuses)
        names.push_back({status.word});
    const auto index = takeName(draft, names, ErrorCode::UnknownStatus);
    if (!index)
        return index.error();
    return Command(incident::ChangeStatus{statuses[*index].word, takeText(draft)});
}

Result<Command> began(Draft& draft) { return milestone(draft, Milestone::ImpactStarted); }
Result<Command> detected(Draft& draft) { return milestone(draft, Milestone::Detected); }
Result<Command> acknowledged(Draft& draft) { return milestone(draft, Milestone::Acknowledged); }
Result<Command> mitigated(Draft& draft) { return milestone(draft, Milestone::Mitigated); }

Result<Command> resolve(Draft& draft)
{
    static const QRegularExpression falseAlarm(
        QStringLiteral("\\Afalse\\s+alarm[.,:;]?(?=\\s|\\z)"), QRegularExpression::CaseInsensitiveOption);
    const auto match = falseAlarm.match(draft.cursor.ahead());
    draft.cursor.take(match.capturedLength(), SpanKind::Argument);
    return Command(incident::Resolve{match.hasMatch(), takeText(draft)});
}

Result<Command> close(Draft& draft)
{
    if (!draft.cursor.rest().isEmpty())
        return badForm();
    return Command(incident::Close{});
}

Result<Command> title(Draft& draft)
{
    if (takeText(draft).isEmpty())
        return badForm();
    return Command(incident::Retitle{draft.reading.text});
}

Result<Command> impact(Draft& draft)
{
    if (takeText(draft).isEmpty())
        return badForm();
    return Command(incident::DescribeImpact{draft.reading.text});
}

Result<Command> update(Draft& draft)
{
    if (takeText(draft).isEmpty())
        return badForm();
    return Command(incident::SendUpdate{{}, std::nullopt, std::nullopt, draft.reading.text});
}

Result<Command> declare(Draft& draft)
{
    const Situation& situation = draft.situation;
    if (!takeWord(draft, QLatin1String("declare")))
        return badForm();
    if (!situation.playbook)
        return Error{ErrorCode::UnknownPlaybook, {}};
    const Result<QString> label = takeSeverity(draft);
    if (!label)
        return label.error();
    if (takeText(draft).isEmpty())
        return badForm();
    return Command(incident::Declare{*label, draft.reading.text, {}, std::nullopt, std::nullopt,
        incident::adopt(*situation.playbook, situation.playbookBytes), situation.playbookBytes});
}

} // namespace warroom::capture::forms
