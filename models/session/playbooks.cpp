// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/playbooks.h"

#include "playbook/loader.h"

namespace warroom::session {

namespace {

playbook::Playbook fromFacts(const incident::AdoptedPlaybook& adopted, const QTimeZone& zone)
{
    playbook::Playbook playbook;
    playbook.name = adopted.name;
    playbook.title = adopted.name;
    playbook.zone = zone;
    for (const auto& s : adopted.severities)
        playbook.severities.push_back(
            {s.label, s.label, {}, {}, {}, {}, s.respondWithin, s.resolveWithin, s.updateEvery});
    for (const auto& s : adopted.statuses)
        playbook.statuses.push_back({s.word, s.milestone});
    for (const auto& r : adopted.roles)
        playbook.roles.push_back({r.id, r.id, {}, {}, {}, {}, {}, r.commander, r.several});
    for (const QString& id : adopted.sections)
        playbook.postMortem.sections.push_back({id, id, false});
    return playbook;
}

} // namespace

Result<LoadedPlaybook> playbookOf(const incident::IncidentState& state, journal::Store& store)
{
    const incident::AdoptedPlaybook& adopted = state.playbook.value;
    const Result<std::optional<QByteArray>> bytes = store.content(adopted.content);
    if (!bytes)
        return bytes.error();
    if (*bytes) {
        Result<playbook::Playbook> loaded = playbook::load(**bytes, adopted.name);
        if (loaded)
            return LoadedPlaybook{std::move(*loaded), **bytes};
    }
    return LoadedPlaybook{fromFacts(adopted, state.zone()), {}};
}

} // namespace warroom::session
