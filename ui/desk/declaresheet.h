// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/reading.h"
#include "desk/sheet.h"
#include "session/playbooks.h"

class QButtonGroup;
class QHBoxLayout;

namespace warroom::style {
class FlowLayout;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;
class PlaybookChoice;
class WhenField;

/// Declares an incident: how bad, what, who is hit, since when, and the role one takes.
class DeclareSheet : public Sheet
{
    Q_OBJECT

public:
    /// Page and shelf outlive the sheet.
    DeclareSheet(IncidentPage& page, session::PlaybookShelf& shelf, const style::Theme& theme, QWidget* over);

    void showClocks(Instant now) override;

Q_SIGNALS:
    /// The incident is on its way to the disk.
    void confirmed();

protected:
    void confirm() override;

private:
    void addPlaybooks();
    void addSeverities();
    void addFields();
    void addRoles();
    /// All that the playbook says, anew; what was typed stays.
    void take(const session::LoadedPlaybook& loaded);
    void fillSeverities();
    void fillRoles();
    void chooseSeverity(int digit);
    void showDuties();
    void showWhatStarts();
    const playbook::Severity& severity() const;
    capture::Situation situation() const;

    IncidentPage& m_page;
    session::PlaybookShelf& m_shelf;
    playbook::Playbook m_playbook;
    PlaybookChoice* m_choice;
    QHBoxLayout* m_cards;
    style::FlowLayout* m_chips;
    style::PlainLabel* m_moreRoles;
    QButtonGroup* m_severities;
    QButtonGroup* m_roles;
    style::TextField* m_what;
    style::TextField* m_impact;
    WhenField* m_since;
    style::PlainLabel* m_takes;
    style::PlainLabel* m_duties;
    style::PlainLabel* m_starts;
    style::Button* m_declare;
};

} // namespace warroom::desk
