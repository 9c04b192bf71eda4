// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"

namespace warroom::style {
struct Theme;
}

namespace warroom::desk {

class IncidentPage;
class Sheet;

/// The digit that chooses this severity: the one in its label, where each label has one of its own; else its place.
int digitOf(const std::vector<playbook::Severity>& severities, std::size_t index);

/// How bad it is from now on.
Sheet* makeSeveritySheet(IncidentPage& page, const style::Theme& theme, QWidget* over);
/// How far it is from now on.
Sheet* makeStatusSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

} // namespace warroom::desk
