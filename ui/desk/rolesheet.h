// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "incident/rolehistory.h"
#include "playbook/playbook.h"

class QScrollArea;

namespace warroom::desk {

class IncidentPage;

/// A role: what it has to do and may do, who holds it, who held it. Enter gives it away, Del releases it.
class RoleSheet : public Sheet
{
    Q_OBJECT

public:
    /// `holder` is who is released; a null one: nobody. The page outlives the sheet.
    RoleSheet(IncidentPage& page, const QString& role, PersonId holder, const style::Theme& theme, QWidget* over);

    bool isPassing() const override { return true; }
    void showClocks(Instant now) override;

protected:
    void confirm() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addButtons();
    void fill();
    void addHolders(const std::vector<incident::Tenure>& history);
    void addList(const QString& label, const QStringList& items);
    void addText(const QString& label, const QString& text, const QColor& colour);
    void release();
    /// "Alice Chen (backup Bob Smith)"
    QString usually() const;
    QString nameOf(PersonId person) const;
    /// "14:31", with the date on another day than today.
    QString moment(Instant instant) const;
    QString tenure(const incident::Tenure& tenure) const;

    IncidentPage& m_page;
    playbook::Role m_role;
    PersonId m_holder;
    QScrollArea* m_scroll;
    std::vector<std::pair<style::PlainLabel*, incident::Tenure>> m_running; ///< What goes on, with its label.
};

} // namespace warroom::desk
