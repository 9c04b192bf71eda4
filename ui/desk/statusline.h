// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/watch.h"
#include "session/session.h"
#include "style/theme.h"

#include <QWidget>

namespace warroom::style {
class PlainLabel;
}

namespace warroom::desk {

/// Whether what was said is on disk; who one is; what time it is.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(const style::Theme& theme, QWidget* parent);

    /// `waiting`: something said here is not on disk yet.
    void show(const session::SaveState& state, bool waiting, const QTimeZone& zone);
    /// Of the servers that panels are asked of.
    void show(const std::vector<metrics::Reach>& reach);
    void showPerson(const QString& name);
    /// Once a second.
    void showTime(Instant now, const QTimeZone& zone);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    style::PlainLabel* m_sign;
    style::PlainLabel* m_saved;
    style::PlainLabel* m_reachSign;
    style::PlainLabel* m_reach;
    style::PlainLabel* m_person;
    style::PlainLabel* m_time;
};

} // namespace warroom::desk
