// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/sentence.h"

#include <initializer_list>

namespace warroom::words {

/// Something put into a sentence.
struct Part {
    QString text;
    bool isStrong = false;
    bool isMissing = false;
};

inline Part plain(const QString& text) { return {text, false, false}; }
inline Part strong(const QString& text) { return {text, true, false}; }
inline Part missing(const QString& text) { return {text, true, true}; }

/// Puts the parts for %1, %2, ... in one pass, so that a "%2" which somebody typed stays as it is.
Sentence compose(const QString& pattern, std::initializer_list<Part> parts);

/// What each kind of entry says; one overload per alternative, so that a forgotten one does not compile.
class BodyText
{
public:
    BodyText(const incident::Entry& entry, const incident::IncidentState& state, const playbook::Playbook& playbook)
        : m_entry(entry), m_state(state), m_playbook(playbook)
    {
    }

    Sentence operator()(const incident::IncidentDeclared& body) const;
    Sentence operator()(const incident::IncidentRetitled& body) const;
    Sentence operator()(const incident::PlaybookAdopted& body) const;
    Sentence operator()(const incident::PersonIntroduced& body) const;
    Sentence operator()(const incident::SeverityChanged& body) const;
    Sentence operator()(const incident::StatusChanged& body) const;
    Sentence operator()(const incident::MilestoneSet& body) const;
    Sentence operator()(const incident::ImpactDescribed& body) const;
    Sentence operator()(const incident::RoleAssigned& body) const;
    Sentence operator()(const incident::RoleReleased& body) const;
    Sentence operator()(const incident::UpdateSent& body) const;
    Sentence operator()(const incident::CadenceSet& body) const;
    Sentence operator()(const incident::Noted& body) const;
    Sentence operator()(const incident::ActionAssigned& body) const;
    Sentence operator()(const incident::ActionMarked& body) const;
    Sentence operator()(const incident::OwnerChanged& body) const;
    Sentence operator()(const incident::FollowUpProposed& body) const;
    Sentence operator()(const incident::RunbookAttached& body) const;
    Sentence operator()(const incident::StepMarked& body) const;
    Sentence operator()(const incident::StepNoted& body) const;
    Sentence operator()(const incident::VariableSet& body) const;
    Sentence operator()(const incident::AlertChanged& body) const;
    Sentence operator()(const incident::SectionWritten& body) const;
    Sentence operator()(const incident::EntryFlagged& body) const;
    Sentence operator()(const incident::EntryAmended& body) const;
    Sentence operator()(const incident::EntryRetracted& body) const;
    Sentence operator()(const incident::EntryRedacted& body) const;
    Sentence operator()(const incident::Unknown& body) const;

private:
    QString prose(const QString& text) const;
    Part owner(const std::optional<PersonId>& id) const;
    /// Whom an action or follow-up began with; nobody is missing where it is over, or somebody's since.
    Part firstOwner(const std::optional<PersonId>& id) const;
    QString workText(EntryId id) const;
    /// "Pool exhausted · 2. Find leaks"
    QString stepText(EntryId runbook, int step) const;
    QString severityBefore() const;
    QString summary(EntryId id) const;

    const incident::Entry& m_entry;
    const incident::IncidentState& m_state;
    const playbook::Playbook& m_playbook;
};

} // namespace warroom::words
