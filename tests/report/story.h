// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/fold.h"
#include "playbook/playbook.h"

#include <QString>

#include <vector>

/// Incidents made by hand.
namespace warroom::tests {

/// A log as people would have written it, entry after entry.
class Story
{
public:
    /// Declared by `alice` at the moment given, under the playbook of `playbook()`.
    explicit Story(const QString& declared, const QString& title = QStringLiteral("It broke"),
        const QString& zone = QStringLiteral("UTC"));

    /// `at` is ISO 8601 in UTC. Returns the entry's id, which is its act's too.
    EntryId say(const QString& at, incident::Body body, std::optional<PersonId> by = {});
    EntryId note(const QString& at, const QString& text);
    /// A note that is pinned.
    EntryId pin(const QString& at, const QString& text);
    void section(const QString& id, const QString& text);
    EntryId followUp(const QString& owner, const QString& due, const QString& priority, const QString& text);
    PersonId person(const QString& name);

    incident::IncidentState state() const { return incident::fold(m_events); }

private:
    std::vector<incident::Event> m_events;
    EntryId m_next;
    Instant m_lastAt{};
};

/// A whole incident: three hours, nine pinned entries, every section and six follow-ups.
Story webSocketStory();

/// Severity, role and section names as a real team has them.
playbook::Playbook playbook();

Instant at(const QString& iso);

/// What was written, else the type's word: enough to see which entries are there.
QString plainWording(const incident::Entry& entry);

} // namespace warroom::tests
