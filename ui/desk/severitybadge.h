// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/plainlabel.h"

namespace warroom::desk {

/// How bad it is, on the severity's own colour.
class SeverityBadge : public style::PlainLabel
{
    Q_OBJECT

public:
    SeverityBadge(int radius, QWidget* parent);

    void show(const QString& label, const QColor& colour);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_radius;
    QColor m_colour;
};

} // namespace warroom::desk
