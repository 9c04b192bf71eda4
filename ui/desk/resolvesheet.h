// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"

namespace warroom::style {
class Chip;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class CheckList;
class IncidentPage;
class WhenField;

/// Says that it is over: what fixed it, since when, and what is still open.
class ResolveSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    ResolveSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

protected:
    void confirm() override;

private:
    void showChecks();

    IncidentPage& m_page;
    style::TextField* m_text;
    WhenField* m_when;
    style::Chip* m_falseAlarm;
    style::Chip* m_notice;
    CheckList* m_checks;
};

} // namespace warroom::desk
