// SPDX-License-Identifier: GPL-3.0-or-later
#include "receipt.h"

#include "output.h"
#include "target.h"
#include "words/duration.h"
#include "words/sentence.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

using namespace incident;

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// What stands now for the field that an entry is about.
struct InForce {
    QString name;
    QString value;
    Rank rank;
};

/// None for an entry that is about no field, or about one that nothing else was said for.
std::optional<InForce> inForce(const Body& body, const Target& target)
{
    const IncidentState& state = target.state();
    const auto field = [](const QString& name, const Field<QString>& words) {
        return InForce{name, words.value, words.rank};
    };
    const auto role = [&](const QString& id) -> std::optional<InForce> {
        const Field<RoleHolder> holder = state.roles.value(id); // unset where several hold it
        if (!holder.set())
            return std::nullopt;
        const auto person = holder.value.person;
        return InForce{
            words::role(target.playbook(), id), person ? words::person(state, *person) : tr("nobody"), holder.rank};
    };
    if (std::holds_alternative<SeverityChanged>(body))
        return field(tr("severity"), state.severity);
    if (std::holds_alternative<StatusChanged>(body))
        return field(tr("status"), state.status);
    if (std::holds_alternative<IncidentRetitled>(body))
        return field(tr("title"), state.title);
    if (std::holds_alternative<ImpactDescribed>(body))
        return field(tr("impact"), state.impact);
    if (const auto* assigned = std::get_if<RoleAssigned>(&body))
        return role(assigned->role);
    if (const auto* released = std::get_if<RoleReleased>(&body))
        return role(released->role);
    // An end that a later status took back.
    if (const auto* reached = std::get_if<MilestoneSet>(&body); reached && !state.milestone(reached->milestone))
        return field(tr("status"), state.status);
    return std::nullopt;
}

/// The hour, with the day where that is another than the entry was recorded on.
QString since(Instant instant, Instant recorded, const QTimeZone& zone)
{
    const QDate day = toDateTime(instant, zone).date();
    const QDate today = toDateTime(recorded, zone).date();
    const QString hour = words::timeOfDay(instant, zone);
    return day == today ? hour : words::shortDate(day, today) + QLatin1Char(' ') + hour;
}

} // namespace

void printReceipt(const Target& target, const journal::Receipt& receipt)
{
    if (!receipt.entries.empty())
        print(receipt.act.text());
    for (const EntryId& id : receipt.entries) {
        const Entry* entry = target.state().entry(id);
        const std::optional<InForce> standing = entry ? inForce(entry->body, target) : std::nullopt;
        if (!standing || standing->rank.entry == id)
            continue;
        complain(tr("Logged as history: the %1 has been %2 since %3.")
                     .arg(standing->name, standing->value,
                         since(standing->rank.occurredAt, entry->recordedAt, target.playbook().zone)),
            exitOk);
    }
    if (receipt.erasing)
        complain(tr("The words leave the last file as soon as the other windows let go of it."), exitOk);
}

} // namespace warroom::app
