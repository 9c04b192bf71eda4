// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "runbook/document.h"

namespace warroom::desk {

/// What a runbook says besides its steps: what it is about, and what comes when it is over.
class RunbookTextSheet : public Sheet
{
    Q_OBJECT

public:
    RunbookTextSheet(const runbook::Runbook& runbook, const style::Theme& theme, QWidget* over);

    bool isPassing() const override { return true; }
    QStringList typed() const override { return {}; }

protected:
    void confirm() override { leave(); }
};

} // namespace warroom::desk
