// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/nextupdate.h"
#include "desk/sheet.h"
#include "playbook/playbook.h"
#include "report/statusupdate.h"

#include <array>
#include <map>
#include <optional>

class QButtonGroup;
class QHBoxLayout;

namespace warroom::style {
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
    QStringList typed() const override;
    /// Fills in that nothing changed since the last one, for somebody who had one; what was typed stays.
    void sayNoChange();

protected:
    void confirm() override;

private:
    void addAudiences();
    void chooseAudience(const QString& id);
    void addStatuses();
    void addFields();
    void addPreview(QHBoxLayout& columns);
    void addButtons();
    void setAside(int audience);
    void takeUp(int audience);
    bool goOn();
    void fill(const report::UpdateForm& filled);
    void fillUntyped(const report::UpdateForm& form);
    report::UpdateForm fromLog() const;
    void takeNews();
    void choose(const QString& status);
    void showSource();
    void statusChosen(int status);
    bool isEnd(int status) const;
    void showPreview();
    bool copy();
    const playbook::Audience& audience() const;
    report::UpdateForm form() const;
    std::chrono::minutes cadence() const;

    std::array<style::TextField*, 4> fields() const { return {m_impact, m_done, m_cause, m_nextSteps}; }
    void showUsed();

    /// What was typed and chosen for an audience.
    struct Typed {
        std::array<std::optional<QString>, 4> texts; ///< As fields() has them; none: as filled in.
        NextUpdate::Choice next;
        bool noChange = false;
    };

    IncidentPage& m_page;
    playbook::Playbook m_playbook;
    int m_knownUpdate; ///< The latest that whoever fills in the form knows of.
    QString m_filledStatus;
    bool m_noChange = false;
    std::map<int, Typed> m_typed; ///< Of the audiences that are not in view.
    std::array<style::PlainLabel*, 4> m_labels{}; ///< Of fields().
    QButtonGroup* m_audiences;
    QButtonGroup* m_statuses;
    style::TextField* m_impact;
    style::TextField* m_done;
    style::TextField* m_cause;
    style::TextField* m_nextSteps;
    NextUpdate* m_next;
    style::PlainLabel* m_due;
    style::PlainLabel* m_filledFrom;
    Preview* m_preview;
    style::PlainLabel* m_goesTo;
    Result<QString> m_text{QString()};
};

} // namespace warroom::desk
