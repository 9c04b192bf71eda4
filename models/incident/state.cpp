// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/state.h"

#include <algorithm>

namespace warroom::incident {

QString word(ActionState state)
{
    switch (state) {
    case ActionState::Open:
        return QStringLiteral("open");
    case ActionState::Started:
        return QStringLiteral("started");
    case ActionState::Done:
        return QStringLiteral("done");
    case ActionState::Dropped:
        return QStringLiteral("dropped");
    }
    Q_UNREACHABLE();
}

ActionState stateAfter(Mark mark)
{
    switch (mark) {
    case Mark::Started:
        return ActionState::Started;
    case Mark::Done:
        return ActionState::Done;
    case Mark::Dropped:
        return ActionState::Dropped;
    }
    Q_UNREACHABLE();
}

std::vector<int> Runbook::way() const
{
    std::vector<int> way;
    std::vector<bool> met(marks.size()); // a drawing may lead back
    std::size_t at = 0;
    while (at < marks.size() && !met[at]) {
        met[at] = true;
        way.push_back(int(at));
        const StepState& state = marks[at].value;
        const QList<int> next = leads.value(int(at), {int(at) + 1});
        const int chosen = next.size() == 1 ? 0 : state.mark == StepMark::Done ? state.answer.value_or(-1) : -1;
        at = std::size_t(next.value(chosen, int(marks.size())));
    }
    return way;
}

int Runbook::done() const
{
    return int(std::ranges::count_if(
        way(), [this](int step) { return marks[std::size_t(step)].value.mark == StepMark::Done; }));
}

bool isOver(ActionState state) { return state == ActionState::Done || state == ActionState::Dropped; }

std::optional<Instant> IncidentState::milestone(Milestone wanted) const
{
    const auto found = milestones.constFind(wanted);
    return found != milestones.cend() && found->set() ? std::optional(found->value) : std::nullopt;
}

QTimeZone IncidentState::zone() const
{
    if (playbook.value.zone.isEmpty())
        return QTimeZone::utc(); // which to QTimeZone is this machine's own
    const QTimeZone zone(playbook.value.zone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

const Entry* IncidentState::entry(EntryId wanted) const { return byId.value(wanted).get(); }

const Person* IncidentState::person(PersonId wanted) const
{
    const auto found = people.constFind(wanted);
    return found == people.cend() ? nullptr : &*found;
}

const Work* IncidentState::work(EntryId wanted) const
{
    return find([wanted](const Work& work) { return work.entry == wanted; });
}

const Work* IncidentState::workNumbered(int number) const
{
    return find([number](const Work& work) { return work.number == number; });
}

const Runbook* IncidentState::runbook(EntryId attached) const
{
    const auto found = std::ranges::find(runbooks, attached, &Runbook::entry);
    return found == runbooks.end() ? nullptr : &*found;
}

template<typename Accept> const Work* IncidentState::find(Accept accept) const
{
    if (const auto action = std::ranges::find_if(actions, accept); action != actions.end())
        return &*action;
    const auto followUp = std::ranges::find_if(followUps, accept);
    return followUp == followUps.end() ? nullptr : &*followUp;
}

std::vector<Alert> IncidentState::firing() const
{
    std::vector<Alert> firing;
    for (const Alert& alert : alerts) {
        if (alert.state.value != AlertState::Resolved)
            firing.push_back(alert);
    }
    std::ranges::sort(firing, std::ranges::greater(), &Alert::startsAt);
    return firing;
}

std::vector<PersonId> IncidentState::holders(const QString& role) const
{
    std::vector<std::pair<Rank, PersonId>> held;
    const auto hold = [&](const Field<RoleHolder>& field) {
        if (field.value.person)
            held.emplace_back(field.rank, *field.value.person);
    };
    const QString several = role + QLatin1Char('/');
    for (auto it = roles.cbegin(); it != roles.cend(); ++it) {
        if (it.key() == role || it.key().startsWith(several))
            hold(it.value());
    }
    std::sort(held.begin(), held.end());
    std::vector<PersonId> inOrder;
    inOrder.reserve(held.size());
    for (const auto& [rank, person] : held)
        inOrder.push_back(person);
    return inOrder;
}

std::optional<PersonId> IncidentState::commander() const
{
    for (const AdoptedPlaybook::Role& role : playbook.value.roles) {
        if (role.commander) {
            const std::vector<PersonId> held = holders(role.id);
            return held.empty() ? std::nullopt : std::optional(held.back());
        }
    }
    return std::nullopt;
}

bool IncidentState::operator==(const IncidentState& other) const
{
    const auto same = [](const EntryPtr& a, const EntryPtr& b) { return a == b || *a == *b; };
    return id == other.id && label == other.label && title == other.title && severity == other.severity
        && status == other.status && impact == other.impact && playbook == other.playbook
        && milestones == other.milestones && milestonesSaid == other.milestonesSaid && statusSteps == other.statusSteps
        && falseAlarm == other.falseAlarm && roles == other.roles && people == other.people && actions == other.actions
        && followUps == other.followUps && runbooks == other.runbooks && variables == other.variables
        && alerts == other.alerts && updates == other.updates && cadences == other.cadences
        && sections == other.sections && flags == other.flags && conflicts == other.conflicts
        && anomalies == other.anomalies && acts == other.acts && bases == other.bases && amendments == other.amendments
        && lastNumber == other.lastNumber && lastUpdate == other.lastUpdate
        && std::equal(entries.begin(), entries.end(), other.entries.begin(), other.entries.end(), same);
}

} // namespace warroom::incident
