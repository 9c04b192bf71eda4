// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "desk/sheet.h"

namespace warroom::style {
class Chip;
} // namespace warroom::style

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
    void addQuoting();

    IncidentPage& m_page;
    EntryId m_entry;
    QString m_line;
    std::vector<std::pair<EntryId, style::Chip*>> m_quoting; ///< Others with words of it, to be erased too.
};

} // namespace warroom::desk
