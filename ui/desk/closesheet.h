// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"

namespace warroom::desk {

class CheckList;
class IncidentPage;

/// Closes the incident: what of its aftermath is done and what is not.
class CloseSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    CloseSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

    void showClocks(Instant now) override;

protected:
    void confirm() override;

private:
    IncidentPage& m_page;
    CheckList* m_checks;
};

} // namespace warroom::desk
