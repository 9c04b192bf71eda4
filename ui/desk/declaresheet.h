// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "playbook/playbook.h"

class QButtonGroup;

namespace warroom::style {
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;

/// Declares an incident: how bad, what, who is hit, since when, and the role one takes.
class DeclareSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    DeclareSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

    void showClocks(Instant now) override;

Q_SIGNALS:
    /// The incident is on its way to the disk.
    void confirmed();

protected:
    void confirm() override;

private:
    void addSeverities();
    void addFields();
    void addRoles();
    void showSince();
    void showWhatStarts();
    const playbook::Severity& severity() const;
    std::optional<Instant> since() const;

    IncidentPage& m_page;
    playbook::Playbook m_playbook;
    QButtonGroup* m_severities;
    QButtonGroup* m_roles;
    style::TextField* m_what;
    style::TextField* m_impact;
    style::TextField* m_since;
    style::PlainLabel* m_sinceRead;
    style::PlainLabel* m_starts;
    style::Button* m_declare;
};

} // namespace warroom::desk
