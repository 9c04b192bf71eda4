// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "environment.h"
#include "journal/emergency.h"
#include "journal/prepare.h"
#include "journal/store.h"

namespace warroom::app {

/// Whether a word is meant as an incident: the beginning of a label, or a UUID.
bool looksLikeIncident(const QString& word);

/// An incident that a verb works on, read from the store.
class Target
{
public:
    /// The incident named, or the only open one where `id` is empty: NoOpenIncident, SeveralOpenIncidents.
    static Result<Target> find(Environment& environment, journal::Store& store, const QString& id);
    /// One that is to be declared with the environment's playbook.
    static Result<Target> fresh(Environment& environment, journal::Store& store);

    const journal::Listed& listed() const { return m_listed; }
    const incident::IncidentState& state() const { return m_store->state(m_listed.id); }
    const playbook::Playbook& playbook() const { return m_playbook.playbook; }
    const session::LoadedPlaybook& loaded() const { return m_playbook; }

    /// What a line is read against now.
    Result<capture::Situation> situation() const;

    /// One act, durable when this returns. `line` is how it is said in the line. Where the log cannot take it, the
    /// error says which file keeps it until the log can.
    Result<journal::Receipt> perform(const QString& line, const incident::Command& command, Instant occurredAt,
        const std::optional<incident::PersonRef>& by = {});

private:
    Error kept(Error failure, const journal::KeptAct& act) const;

    Target(Environment& environment, journal::Store& store, journal::Listed listed, session::LoadedPlaybook playbook);

    Environment* m_environment;
    journal::Store* m_store;
    journal::Listed m_listed;
    session::LoadedPlaybook m_playbook;
};

/// Opens the store and finds the incident; what a verb about one incident starts with.
struct Opened {
    std::unique_ptr<journal::Store> store;
    Target target;
};
enum class Purpose { Reading, Writing }; ///< Who writes first takes in what could not be written before.
Result<std::unique_ptr<journal::Store>> openStore(
    Environment& environment, journal::NoStore none, Purpose purpose = Purpose::Reading);
Result<Opened> openTarget(Environment& environment, const QString& id, Purpose purpose = Purpose::Reading);

/// Takes the incident's ID off the front of the arguments where one stands there.
QString takeIncident(QStringList& arguments);

} // namespace warroom::app
