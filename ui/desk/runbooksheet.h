// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/runbookshelf.h"
#include "style/theme.h"

class QWidget;

namespace warroom::desk {

class IncidentPage;
class Sheet;

/// Which runbook is taken up for the incident of the page.
Sheet* makeRunbookSheet(const RunbookShelf& runbooks, IncidentPage& page, const style::Theme& theme, QWidget* over);

} // namespace warroom::desk
