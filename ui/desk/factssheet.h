// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "incident/state.h"

#include <map>

namespace warroom::style {
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;
class WhenField;

/// What the incident is called, who is hit, and when what was reached: to be set right. What does not look right is
/// said beside it while one types.
class FactsSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    FactsSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

protected:
    void confirm() override;

private:
    void addWords();
    void fillWords();
    void takeNews();
    void addMilestones();
    void showDoubts();
    /// What a typed text replaces that somebody said after it was begun; empty: nothing.
    QString replaced() const;
    bool checkTimes();
    void say();

    IncidentPage& m_page;
    style::TextField* m_title;
    style::TextField* m_impact;
    QString m_readTitle; ///< What stood there when somebody began to type.
    QString m_readImpact;
    std::map<incident::Milestone, WhenField*> m_times;
};

} // namespace warroom::desk
