// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/panelwords.h"

#include <QWidget>

namespace warroom::style {
class PlainLabel;
}

namespace warroom::charts {

/// Why there are no values, over the place where they would be.
class Notice : public QWidget
{
    Q_OBJECT

public:
    Notice(const style::Theme& theme, QWidget* parent);

    void setContent(const NoticeWords& words, const Standing& standing, const QString& allWords);
    /// In the middle of that place, as large as it needs to be.
    void placeIn(const QRect& place);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    style::PlainLabel* m_heading;
    style::PlainLabel* m_words;
    Standing m_standing;
};

} // namespace warroom::charts
