// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "timeline/completion.h"

#include <QStringList>

#include <vector>

namespace warroom::timeline {

/// A suggestion and what somebody may have begun to type who means it.
struct Offer {
    Suggestion suggestion;
    QStringList spellings;
};

/// What the incident and its playbook know of each sort, in their order.
namespace offers {

/// Every `/word` of the line.
std::vector<Offer> words();
std::vector<Offer> people(const capture::Situation& situation);
std::vector<Offer> severities(const capture::Situation& situation);
std::vector<Offer> statuses(const capture::Situation& situation);
std::vector<Offer> roles(const capture::Situation& situation);
std::vector<Offer> sections(const capture::Situation& situation);
/// The actions and follow-ups that can be marked as such.
std::vector<Offer> actions(incident::Mark mark, const capture::Situation& situation);

} // namespace offers

} // namespace warroom::timeline
