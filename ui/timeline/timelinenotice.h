// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QPushButton>
#include <QTimer>

namespace warroom::timeline {

/// A small note over the timeline's lower edge about what is out of view. A click on it is the key it names.
class TimelineNotice : public QPushButton
{
    Q_OBJECT

public:
    TimelineNotice(const style::Theme& theme, QWidget* over);

    /// For eight seconds; before what stands there else.
    void showSaved(const QString& time, int rowsAway);
    /// The same for what is not among the rows that are shown.
    void showSavedElsewhere(const QString& time);
    void showTakenBack(const QString& what);
    /// As long as there are any; 0 ends it.
    void showUnseen(int count);
    void end();
    enum class About { Unseen, Saved, TakenBack };
    About about() const { return m_passing.isActive() ? m_about : About::Unseen; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void say(const QString& text);
    void pass(About about, const QString& text);
    void showWhatIsLeft();
    void place();

    style::Theme m_theme;
    QTimer m_passing;
    About m_about = About::Unseen;
    int m_unseen = 0;
};

} // namespace warroom::timeline
