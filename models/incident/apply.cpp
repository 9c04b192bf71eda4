// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/apply.h"

#include "incident/prose.h"

#include <algorithm>

namespace warroom::incident {

namespace {

/// A declaration is what the incident is; who is who and what was amended, retracted or redacted stays as it is.
bool retractable(const Body& body)
{
    return std::holds_alternative<EntryFlagged>(body)
        || (!std::holds_alternative<IncidentDeclared>(body) && !bookkeeping(body));
}

template<typename Marked> Marked* byEntry(std::vector<Marked>& all, EntryId entry)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const Marked& m) { return m.entry == entry; });
    return found == all.end() ? nullptr : &*found;
}

/// One entry on its way into the state.
class Application
{
public:
    Application(IncidentState& state, const Event& event, const Overlay& overlay)
        : m_state(state), m_event(event.envelope), m_overlay(overlay), m_row(rowOf(event, overlay))
    {
    }

    void run()
    {
        // A basis that is not there yet is none: so no chain of them ever leads back to where it began.
        if (m_event.basis && m_state.acts.contains(*m_event.basis))
            m_state.bases.insert(m_row.id, *m_event.basis);
        m_state.acts.insert(m_row.id, m_row.act);
        giveNumber();
        if (!m_row.retracted)
            std::visit(*this, m_row.body);
        if (!bookkeeping(m_row.body))
            insertRow();
    }

    void operator()(const IncidentDeclared& b)
    {
        if (m_state.declared()) {
            anomaly("declared-twice");
            return;
        }
        m_state.label = b.label;
        set(m_state.title, QStringLiteral("title"), b.title);
        set(m_state.severity, QStringLiteral("severity"), b.severity);
        // Where every incident begins is nothing that somebody found: whatever was, however early, comes after it.
        const Rank first{Instant::min(), m_row.rank.hlc, m_row.id};
        if (!m_state.status.set())
            m_state.status = {b.status, first};
        m_state.statusSteps.insert({first, b.status});
        place(m_state.milestonesSaid[Milestone::Declared], m_row.occurredAt());
    }
    void operator()(const IncidentRetitled& b) { set(m_state.title, QStringLiteral("title"), b.title); }
    void operator()(const PlaybookAdopted& b) { set(m_state.playbook, QStringLiteral("playbook"), b.playbook); }
    void operator()(const PersonIntroduced& b)
    {
        m_state.people.insert(b.person, {b.person, b.rosterKey, b.name, b.handle, m_row.id});
    }
    void operator()(const SeverityChanged& b) { set(m_state.severity, QStringLiteral("severity"), b.severity); }
    void operator()(const StatusChanged& b)
    {
        if (set(m_state.status, QStringLiteral("status"), b.status))
            m_state.falseAlarm = b.falseAlarm;
        m_state.statusSteps.insert_or_assign(m_row.rank, b.status);
    }
    void operator()(const MilestoneSet& b)
    {
        set(m_state.milestonesSaid[b.milestone], QStringLiteral("milestone/") + playbook::word(b.milestone),
            m_row.occurredAt());
    }
    void operator()(const ImpactDescribed& b) { set(m_state.impact, QStringLiteral("impact"), b.text); }
    void operator()(const RoleAssigned& b) { set(role(b.role, b.person), roleField(b.role, b.person), {b.person}); }
    void operator()(const RoleReleased& b) { set(role(b.role, b.person), roleField(b.role, b.person), {}); }
    void operator()(const UpdateSent& b)
    {
        m_state.updates.push_back(
            {m_row.number, m_row.id, m_row.occurredAt(), b.nextDue, b.text, b.audience, b.cause, b.nextSteps});
    }
    void operator()(const CadenceSet& b)
    {
        set(m_state.cadences[b.audience], QStringLiteral("cadence/") + b.audience, b.every);
    }
    void operator()(const Noted&) { }
    void operator()(const ActionAssigned& b)
    {
        m_state.actions.push_back({work(b.text, b.owner), b.timer, m_row.occurredAt()});
    }
    void operator()(const FollowUpProposed& b)
    {
        m_state.followUps.push_back({work(b.text, b.owner), b.due, b.priority});
    }
    void operator()(const ActionMarked& b)
    {
        if (Work* work = workAbout(b.action))
            set(work->state, QStringLiteral("action/") + b.action.text(), stateAfter(b.mark));
    }
    void operator()(const OwnerChanged& b)
    {
        if (Work* work = workAbout(b.action))
            set(work->owner, QStringLiteral("owner/") + b.action.text(), b.owner);
    }
    void operator()(const RunbookAttached& b)
    {
        Runbook runbook{m_row.id, b.content, b.title, b.source, m_row.redacted, b.leads, {}, {},
            std::vector<Field<StepState>>(std::size_t(b.steps))};
        for (const QString& line : m_row.redacted ? QStringList() : b.stepTexts.split(QLatin1Char('\n'))) {
            QStringList parts = line.split(QLatin1Char('\t'));
            runbook.steps << parts.takeFirst();
            if (!parts.isEmpty())
                runbook.answers.insert(int(runbook.steps.size()) - 1, parts);
        }
        m_state.runbooks.push_back(std::move(runbook));
    }
    void operator()(const StepMarked& b)
    {
        Runbook* runbook = byEntry(m_state.runbooks, b.runbook);
        if (!runbook)
            checkTarget(b.runbook);
        else if (std::size_t(b.step) >= runbook->marks.size())
            anomaly("unknown-target");
        else
            set(runbook->marks[std::size_t(b.step)], stepField(b.runbook, b.step), {b.mark, b.answer, b.text});
    }
    void operator()(const StepNoted& b) { checkTarget(b.runbook); }
    void operator()(const VariableSet& b)
    {
        set(m_state.variables[b.name], QStringLiteral("variable/") + b.name, b.value);
    }
    void operator()(const AlertChanged& b)
    {
        const QString field = alertField(b.fingerprint, b.startsAt);
        Alert& alert = m_state.alerts[field];
        alert.fingerprint = b.fingerprint;
        alert.startsAt = b.startsAt;
        // Whoever tells that it is over need not tell again what it was.
        for (const auto& [kept, told] : {std::pair(&alert.name, &b.name), std::pair(&alert.summary, &b.summary),
                 std::pair(&alert.runbookUrl, &b.runbookUrl), std::pair(&alert.graphUrl, &b.graphUrl)}) {
            if (!told->isEmpty())
                *kept = *told;
        }
        if (!b.labels.isEmpty())
            alert.labels = labelsOf(b.labels);
        set(alert.state, field, b.state);
    }
    void operator()(const SectionWritten& b)
    {
        set(m_state.sections[b.section], QStringLiteral("section/") + b.section, b.text);
    }
    void operator()(const EntryFlagged& b)
    {
        Field<bool>& flag = m_state.flags[{b.entry, b.flag}];
        set(flag, flagField(b.entry, b.flag), b.on);
        const Entry* target = m_state.entry(b.entry);
        checkTarget(b.entry);
        if (!target)
            return;
        Entry flagged = *target;
        (b.flag == Flag::Pinned ? flagged.pinned : flagged.sensitive) = flag.value;
        replaceRow(std::move(flagged));
    }
    void operator()(const EntryAmended& b)
    {
        checkTarget(b.entry);
        m_state.amendments[b.entry].push_back(m_row.id);
    }
    void operator()(const EntryRetracted& b) { checkTarget(b.act); }
    void operator()(const EntryRedacted& b)
    {
        for (const EntryId& id : b.entries)
            checkTarget(id);
    }
    void operator()(const Unknown&) { anomaly("unreadable-entry"); }

private:
    static Entry rowOf(const Event& event, const Overlay& overlay)
    {
        const Envelope& e = event.envelope;
        const auto amendment = overlay.amendments.constFind(e.id);
        const bool amended = amendment != overlay.amendments.cend();
        Entry row{e.id, e.act, {e.occurredAt, e.hlc, e.id}, e.recordedAt, e.actor, e.by.value_or(e.actor), event.body};
        row.amended = amended;
        row.retracted = overlay.retracts(event);
        row.redacted = event.redacted() || overlay.redacted.contains(e.id);
        if (amended && amendment->occurredAt)
            row.rank.occurredAt = *amendment->occurredAt;
        QString* text = prose(row.body);
        if (text && amended && amendment->text)
            *text = *amendment->text;
        if (row.redacted)
            clearProse(row.body);
        return row;
    }

    /// The owner it begins with comes before every moment that anybody names.
    Work work(const QString& text, const std::optional<PersonId>& owner) const
    {
        return {
            m_row.number, m_row.id, text, m_row.redacted, {owner, {Instant::min(), m_row.rank.hlc, m_row.rank.entry}}};
    }

    /// What this row is about, whose number it takes on; null where that is no work.
    Work* workAbout(EntryId id)
    {
        if (const Entry* target = m_state.entry(id))
            m_row.number = target->number;
        if (Action* action = byEntry(m_state.actions, id))
            return action;
        FollowUp* followUp = byEntry(m_state.followUps, id);
        if (!followUp)
            checkTarget(id);
        return followUp;
    }

    /// Whether the value is in force now.
    template<typename T> bool set(Field<T>& field, const QString& name, T value)
    {
        const std::optional<EntryId> before = field.basis();
        const bool inForce = place(field, std::move(value));
        if (before)
            noteConflict(name, *before, inForce);
        return inForce;
    }

    template<typename T> bool place(Field<T>& field, T value)
    {
        if (field.set() && m_row.rank < field.rank)
            return false;
        field.value = std::move(value);
        field.rank = m_row.rank;
        return true;
    }

    /// An entry that was made without having seen the value that was in force leaves a conflict; the next one in force
    /// that has seen it settles the field.
    void noteConflict(const QString& name, EntryId before, bool inForce)
    {
        const bool seen = hasSeen(before) || m_event.act == m_state.acts.value(before);
        if (inForce || !seen)
            std::erase_if(m_state.conflicts, [&](const Conflict& c) { return c.field == name; });
        if (!seen)
            m_state.conflicts.push_back({name, inForce ? m_row.id : before, inForce ? before : m_row.id});
    }

    /// Whoever saw an entry had seen its basis too. So nobody is in conflict with a value that came back into force
    /// because the one they saw was retracted or moved to another time.
    bool hasSeen(EntryId entry) const
    {
        EntryId seen = m_event.basis.value_or(EntryId{});
        while (!seen.isNull() && seen != entry)
            seen = m_state.bases.value(seen);
        return seen == entry;
    }

    Field<RoleHolder>& role(const QString& role, PersonId person) { return m_state.roles[roleKey(role, person)]; }
    QString roleKey(const QString& role, PersonId person) const
    {
        const auto* adopted = m_state.playbook.value.role(role);
        return adopted && adopted->several ? role + QLatin1Char('/') + person.text() : role;
    }
    QString roleField(const QString& role, PersonId person) const
    {
        return QStringLiteral("role/") + roleKey(role, person);
    }

    /// Actions and follow-ups share one row of numbers. A retracted one keeps its own, so that no number ever moves.
    void giveNumber()
    {
        if (std::holds_alternative<ActionAssigned>(m_row.body) || std::holds_alternative<FollowUpProposed>(m_row.body))
            m_row.number = ++m_state.lastNumber;
        else if (std::holds_alternative<UpdateSent>(m_row.body))
            m_row.number = ++m_state.lastUpdate;
    }

    void insertRow()
    {
        const auto row = std::make_shared<const Entry>(std::move(m_row));
        const auto earlier = [](const EntryPtr& a, const EntryPtr& b) { return a->rank < b->rank; };
        // Most things are said in the order in which they happen.
        const bool last = m_state.entries.empty() || earlier(m_state.entries.back(), row);
        m_state.entries.insert(last ? m_state.entries.end()
                                    : std::upper_bound(m_state.entries.begin(), m_state.entries.end(), row, earlier),
            row);
        m_state.byId.insert(row->id, row);
    }

    void replaceRow(Entry changed)
    {
        const auto row = std::make_shared<const Entry>(std::move(changed));
        const auto place = std::lower_bound(m_state.entries.begin(), m_state.entries.end(), row,
            [](const EntryPtr& a, const EntryPtr& b) { return a->rank < b->rank; });
        *place = row;
        m_state.byId.insert(row->id, row);
    }

    void checkTarget(EntryId target)
    {
        if (!m_state.acts.contains(target))
            anomaly("unknown-target");
    }
    void anomaly(const char* what) { m_state.anomalies.push_back({QLatin1String(what), m_row.id}); }

    IncidentState& m_state;
    const Envelope& m_event;
    const Overlay& m_overlay;
    Entry m_row;
};

} // namespace

Overlay Overlay::of(const std::vector<Event>& events)
{
    Overlay overlay;
    for (const Event& event : events) {
        if (const auto* amended = std::get_if<EntryAmended>(&event.body)) {
            Amendment& amendment = overlay.amendments[amended->entry];
            if (amended->occurredAt)
                amendment.occurredAt = amended->occurredAt;
            if (amended->text)
                amendment.text = amended->text;
        } else if (const auto* retracted = std::get_if<EntryRetracted>(&event.body)) {
            overlay.retractedActs.insert(retracted->act);
        } else if (const auto* redacted = std::get_if<EntryRedacted>(&event.body)) {
            for (const EntryId& id : redacted->entries)
                overlay.redacted.insert(id);
        }
    }
    return overlay;
}

QString flagField(EntryId entry, Flag flag)
{
    const QLatin1String kind(flag == Flag::Pinned ? "pinned" : "sensitive");
    return QStringLiteral("flag/%1/%2").arg(entry.text(), kind);
}

QString stepField(EntryId runbook, int step)
{
    return QStringLiteral("step/%1/%2").arg(runbook.text(), QString::number(step));
}

QString alertField(const QString& fingerprint, Instant startsAt)
{
    return QStringLiteral("alert/%1/%2").arg(QString::number(toMs(startsAt)), fingerprint);
}

bool Overlay::retracts(const Event& event) const
{
    return retractedActs.contains(event.envelope.act) && retractable(event.body);
}

bool changesOthers(const Body& body)
{
    return std::holds_alternative<EntryAmended>(body) || std::holds_alternative<EntryRetracted>(body)
        || std::holds_alternative<EntryRedacted>(body) || std::holds_alternative<IncidentDeclared>(body);
}

void apply(IncidentState& state, const Event& event, const Overlay& overlay)
{
    Application(state, event, overlay).run();
}

void settleMilestones(IncidentState& state)
{
    const AdoptedPlaybook& playbook = state.playbook.value;
    QMap<Milestone, Field<Instant>> reached;
    Rank running; // since when it was last seen to go on
    QString before;
    for (const auto& [rank, word] : state.statusSteps) {
        if (!playbook.isEnd(word))
            running = rank;
        // Said once more, with another word about it, it was reached no later.
        const auto* status = playbook.status(word);
        // What an incident begins as was reached at no time of its own.
        const bool timed = rank.occurredAt != Instant::min();
        if (timed && status && status->milestone && word != before)
            reached[*status->milestone] = {rank.occurredAt, rank};
        before = word;
    }
    for (auto said = state.milestonesSaid.cbegin(); said != state.milestonesSaid.cend(); ++said) {
        Field<Instant>& field = reached[said.key()];
        if (!field.set() || field.rank < said->rank)
            field = *said;
    }
    // A status that is not the end takes the ends before it back: the clocks run again.
    for (const Milestone end : {Milestone::Resolved, Milestone::Closed}) {
        if (const auto found = reached.constFind(end); found != reached.cend() && found->rank < running)
            reached.erase(found);
    }
    state.milestones = std::move(reached);
}

} // namespace warroom::incident
