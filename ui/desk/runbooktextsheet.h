// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "runbook/document.h"

namespace warroom::desk {

class IncidentPage;

/// What a runbook says in words, to be read.
class RunbookTextSheet : public Sheet
{
    Q_OBJECT

public:
    /// What it says besides its steps: what it is about, and what comes when it is over.
    /// The page, which outlives the sheet, is asked about its links.
    RunbookTextSheet(const runbook::Runbook& runbook, IncidentPage& page, const style::Theme& theme, QWidget* over);
    /// All of a document.
    RunbookTextSheet(const runbook::Document& document, IncidentPage& page, const style::Theme& theme, QWidget* over);

protected:
    void confirm() override { leave(); }

private:
    RunbookTextSheet(const QString& title, IncidentPage& page, const style::Theme& theme, QWidget* over);
    void add(const std::vector<runbook::Block>& blocks);

    IncidentPage& m_page;
};

} // namespace warroom::desk
