// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "desk/sheet.h"

namespace warroom::desk {

class IncidentPage;

/// Erases the words of an entry, after it has said what that means.
class RedactSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    RedactSheet(IncidentPage& page, EntryId entry, const style::Theme& theme, QWidget* over);

protected:
    void confirm() override;

private:
    void addEntry();
    void addConsequences();

    IncidentPage& m_page;
    EntryId m_entry;
    QString m_line;
};

} // namespace warroom::desk
