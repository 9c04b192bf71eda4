// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/command.h"
#include "incident/state.h"
#include "playbook/playbook.h"

namespace warroom::incident {

/// The numbers and ids of a playbook as they go into the log; `bytes` is the file it was read from.
AdoptedPlaybook adopt(const playbook::Playbook& playbook, const QByteArray& bytes);

/// Somebody by a name typed outside the line (`--as`, an account's name): a roster handle or name, else that name.
PersonRef personNamed(const QString& name, const playbook::Playbook& playbook);

/// Who of these is meant, by id, roster, name or handle; none: somebody new.
std::optional<PersonId> knownPerson(const PersonRef& ref, const QHash<PersonId, Person>& people);

} // namespace warroom::incident
