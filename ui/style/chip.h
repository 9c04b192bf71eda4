// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractButton>

namespace warroom::style {

/// One of several that can be chosen, as a pill; where there is little room, the beginning of it. Of those that exclude
/// each other Tab finds the chosen one.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    Chip(const QString& text, const Theme& theme, QWidget* parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void focusInEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    Theme m_theme;
};

} // namespace warroom::style
