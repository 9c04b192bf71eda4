// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/drawn.h"

#include <QWidget>

namespace warroom::charts {

/// Which line is which, in one row, and how many more there are; all of them in the tool tip.
class Legend : public QWidget
{
    Q_OBJECT

public:
    Legend(const style::Theme& theme, QWidget* parent);

    /// Hides itself where there is nothing to tell apart.
    void setContent(const std::vector<Line>& lines, const Drawn& drawn);

    QSize sizeHint() const override { return {200, 18}; }
    QSize minimumSizeHint() const override { return {0, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    style::Theme m_theme;
    QList<LineLook> m_looks;
    QStringList m_names;
    QString m_leftOut;
};

} // namespace warroom::charts
