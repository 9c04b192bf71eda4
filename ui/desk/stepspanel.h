// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/commandgate.h"
#include "desk/panel.h"
#include "runbook/document.h"
#include "session/session.h"
#include "steps/stepview.h"

#include <QHash>

namespace warroom::steps {
class StepsDelegate;
} // namespace warroom::steps

namespace warroom::views {
class StepsModel;
} // namespace warroom::views

class QBoxLayout;
class QProgressBar;

namespace warroom::desk {

/// The runbooks that are being followed, one of them in view: its current step open, the others folded. What is said of
/// a step goes through the line or is logged at once; nothing is ever run.
class StepsPanel : public Panel
{
    Q_OBJECT

public:
    /// The session outlives the panel.
    StepsPanel(session::Session& session, const style::Theme& theme, QWidget* parent);

    void show(const incident::IncidentState& state);
    /// Once a second: how long the open step takes.
    void showClock(Instant now);
    /// The runbook that this act took up comes into view.
    void showTakenUp(EntryId act);
    /// The one in view; null where none is followed.
    EntryId runbook() const { return m_runbook; }
    /// The one in view as it was taken up; null where there is none, or only its lines are left.
    const runbook::Runbook* document() const;
    /// Marks the current step as done and goes on to the next.
    void tick();
    /// Gives the answer of that number, from 1; false where the current step asks nothing, or has no such answer.
    bool answer(const QString& number);

Q_SIGNALS:
    /// The line is to be gone on with.
    void lineAsked(const QString& text);
    void commandAsked(const QString& line, const warroom::incident::Command& command);
    /// What the line says about what was just done.
    void told(const QString& text);
    void attachAsked();
    void linkAsked(const QString& target);
    /// Another runbook is in view.
    void runbookChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    StepsPanel(session::Session& session, const style::Theme& theme, views::StepsModel* model, QWidget* parent);
    void build();
    void bindKeys();
    void showRunbook();
    void showOrigin(const incident::Runbook& runbook);
    struct Tab {
        EntryId runbook;
        QString text;
        bool inView = false;
        bool operator==(const Tab&) const = default;
    };
    std::vector<Tab> tabsOf(const incident::IncidentState& state) const;
    void showTabs(std::vector<Tab> tabs);
    void choose(EntryId runbook);
    void open(const QModelIndex& index);
    void fitOpen();
    void closeOpen();
    void copy(int command);
    void mark(int step, incident::StepMark mark, const QString& text = {});
    void answer(int index);
    bool isConfirmed(int step);
    QStringList answers() const;
    void sayOf(const QString& verb);
    void followUpWrong();

    const incident::Runbook* followed() const;
    /// Null where only its line is left.
    const runbook::Step* step(int index) const;
    int currentStep() const;
    QString number(int step) const { return QString::number(step + 1); }

    session::Session& m_session;
    style::Theme m_theme;
    views::StepsModel* m_model;
    steps::StepsDelegate* m_delegate;
    QWidget* m_chips;
    QProgressBar* m_progress;
    style::PlainLabel* m_origin; ///< Where it comes from, and how old it is.
    EntryId m_runbook;
    QHash<QString, runbook::Runbook> m_frozen; ///< By the SHA-256 of their content.
    std::vector<Tab> m_tabs;
    steps::StepView* m_open = nullptr;
    steps::StepView::Shown m_shown; ///< In it.
    int m_openStep = -1;
    QString m_condition; ///< The one that was shown at the first try to tick the open step.
    bool m_openWasOver = false; ///< When it was opened.
    CommandGate m_gate;
};

} // namespace warroom::desk
