// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/rowact.h"

#include "incident/prose.h"
#include "incident/takeback.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace warroom::timeline::rowacts {

using incident::Entry;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(warroom::timeline::RowAct)
};

bool hasWords(const Entry& entry)
{
    const QString* text = incident::prose(entry.body);
    return text && !text->isEmpty();
}

} // namespace

std::vector<RowAct> all()
{
    return {RowAct::Open, RowAct::Pin, RowAct::Sensitive, RowAct::Amend, RowAct::Time, RowAct::FollowUp,
        RowAct::TakeBack, RowAct::Redact};
}

std::optional<RowAct> of(const QKeyEvent& event)
{
    // A capital letter is the same key: nobody looks for Shift in a hurry.
    if ((event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) != Qt::NoModifier)
        return {};
    if (event.text() == QLatin1String("*"))
        return RowAct::Pin;
    switch (event.key()) {
    case Qt::Key_Space:
        return RowAct::Open;
    case Qt::Key_P:
        return RowAct::Pin;
    case Qt::Key_S:
        return RowAct::Sensitive;
    case Qt::Key_E:
        return RowAct::Amend;
    case Qt::Key_T:
        return RowAct::Time;
    case Qt::Key_F:
        return RowAct::FollowUp;
    case Qt::Key_Delete:
        return RowAct::TakeBack;
    case Qt::Key_R:
        return RowAct::Redact;
    default:
        return {};
    }
}

QString key(RowAct act)
{
    switch (act) {
    case RowAct::Open:
        return Text::tr("Space");
    case RowAct::Pin:
        return Text::tr("P or *");
    case RowAct::Sensitive:
        return Text::tr("S");
    case RowAct::Amend:
        return Text::tr("E");
    case RowAct::Time:
        return Text::tr("T");
    case RowAct::FollowUp:
        return Text::tr("F");
    case RowAct::TakeBack:
        return Text::tr("Del");
    case RowAct::Redact:
        return Text::tr("R");
    }
    Q_UNREACHABLE();
}

QString name(RowAct act, const Entry& entry)
{
    switch (act) {
    case RowAct::Open:
        return Text::tr("Show all of it, or less");
    case RowAct::Pin:
        return entry.pinned ? Text::tr("Unpin") : Text::tr("Pin");
    case RowAct::Sensitive:
        return entry.sensitive ? Text::tr("Not sensitive") : Text::tr("Mark as sensitive");
    case RowAct::Amend:
        return Text::tr("Amend…");
    case RowAct::Time:
        return Text::tr("Correct the time…");
    case RowAct::FollowUp:
        return Text::tr("Follow up…");
    case RowAct::TakeBack:
        return Text::tr("Take back");
    case RowAct::Redact:
        return Text::tr("Redact…");
    }
    Q_UNREACHABLE();
}

std::optional<ErrorCode> refusal(RowAct act, const Entry& entry)
{
    const auto unless = [](bool possible, ErrorCode code) { return possible ? std::nullopt : std::optional(code); };
    switch (act) {
    case RowAct::Open:
    case RowAct::Pin:
    case RowAct::Sensitive:
        return {};
    case RowAct::Amend:
        return unless(incident::canAmend(entry), ErrorCode::CannotAmend);
    case RowAct::Time:
        return unless(!entry.retracted && !entry.redacted, ErrorCode::CannotAmend);
    case RowAct::TakeBack:
        return unless(!std::holds_alternative<incident::IncidentDeclared>(entry.body), ErrorCode::CannotRetract);
    case RowAct::FollowUp:
    case RowAct::Redact:
        return unless(hasWords(entry), entry.redacted ? ErrorCode::AlreadyRedacted : ErrorCode::EmptyText);
    }
    Q_UNREACHABLE();
}

} // namespace warroom::timeline::rowacts
