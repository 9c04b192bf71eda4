// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/session.h"
#include "style/theme.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace warroom::style {
class PlainLabel;
}

namespace warroom::timeline {

/// What was said and is not on disk yet, between the timeline and the line.
class NotSavedStrip : public QWidget
{
    Q_OBJECT

public:
    NotSavedStrip(const style::Theme& theme, QWidget* parent);

    void show(const std::vector<session::Pending>& pending, const QTimeZone& zone);
    /// Into its first button; false where there is none to reach.
    bool takeFocus();
    bool holdsFocus() const;

Q_SIGNALS:
    void retryAsked();
    /// A button here was used; the focus belongs into the line again.
    void done();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void appear();
    void showHeading();
    void showLines();
    QLayout* makeRows();
    void copy();

    /// One line, in the columns of the timeline.
    struct Row {
        style::PlainLabel* time;
        style::PlainLabel* icon;
        style::PlainLabel* kind;
        style::PlainLabel* text;
    };
    void showRow(const Row& row, const session::Pending& pending);

    style::Theme m_theme;
    std::vector<session::Pending> m_pending;
    QTimeZone m_zone = QTimeZone::utc();
    QColor m_colour;
    QTimer m_patience;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_heading;
    style::PlainLabel* m_kept;
    style::PlainLabel* m_more;
    std::vector<Row> m_rows;
    QPushButton* m_retry;
    QPushButton* m_copy;
};

} // namespace warroom::timeline
