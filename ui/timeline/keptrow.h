// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/button.h"

namespace warroom::timeline {

/// Above the line: a text that was not logged and stands apart from what is typed now.
class KeptRow : public style::Button
{
    Q_OBJECT

public:
    KeptRow(const style::Theme& theme, QWidget* parent);

    /// Of `count` texts this is the one that comes back next.
    void show(const QString& text, std::size_t count);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    QString m_quoted;
    QString m_hint;
};

} // namespace warroom::timeline
