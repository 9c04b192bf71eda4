// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sheet.h"
#include "playbook/playbook.h"
#include "report/statusupdate.h"

class QButtonGroup;
class QHBoxLayout;

namespace warroom::style {
class Chip;
class FlowLayout;
class TextField;
} // namespace warroom::style

namespace warroom::desk {

class IncidentPage;
class Preview;

/// The status update: filled in from what was logged, copied to where people read it, then logged as sent.
class UpdateSheet : public Sheet
{
    Q_OBJECT

public:
    /// The page outlives the sheet.
    UpdateSheet(IncidentPage& page, const style::Theme& theme, QWidget* over);

    void showClocks(Instant now) override;
    /// Fills in that nothing changed since the last one; what was typed stays.
    void sayNoChange();

protected:
    void confirm() override;

private:
    void addAudiences();
    void addStatuses();
    void addFields();
    void addNext();
    void addPreview(QHBoxLayout& columns);
    void addButtons();
    void fill();
    void fill(const report::UpdateForm& filled);
    void fillUntyped(const report::UpdateForm& form);
    report::UpdateForm fromLog() const;
    void takeNews();
    void choose(const QString& status);
    void showSource();
    void fillNext(const report::UpdateForm& filled);
    QString nextText(int minutes) const;
    void showNextTimes();
    void statusChosen(int status);
    void showCadence();
    bool isEnd(int status) const;
    void showPreview();
    bool copy();
    const playbook::Audience& audience() const;
    report::UpdateForm form() const;
    /// None where no next update is promised.
    std::optional<std::chrono::minutes> nextIn() const;
    std::chrono::minutes cadence() const;

    IncidentPage& m_page;
    playbook::Playbook m_playbook;
    int m_lastUpdate; ///< Sent when the form was opened.
    QString m_filledStatus;
    bool m_noChange = false;
    QButtonGroup* m_audiences;
    QButtonGroup* m_statuses;
    QButtonGroup* m_next;
    style::FlowLayout* m_nextRow = nullptr;
    style::Chip* m_once;
    style::Chip* m_fromNowOn;
    style::TextField* m_impact;
    style::TextField* m_done;
    style::TextField* m_cause;
    style::TextField* m_nextSteps;
    style::PlainLabel* m_due;
    style::PlainLabel* m_filledFrom;
    Preview* m_preview;
    style::PlainLabel* m_goesTo;
    Result<QString> m_text{QString()};
};

} // namespace warroom::desk
