// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QStyledItemDelegate>

namespace warroom::steps {

/// Folded steps: the box, the text in one or two lines, who and when. The open one is a widget of its own, which only
/// gets its room here.
class StepsDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    StepsDelegate(const style::Theme& theme, QObject* parent);

    /// The open row and its height; -1: none is open.
    void open(int row, int height);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int headingHeight = 26;

private:
    style::Theme m_theme;
    int m_row = -1;
    int m_height = 0;
};

/// "2. Find connection leaks"
QString stepTitle(const QModelIndex& index);
/// "Carol Lee · 14:35 · “125 s old”"; empty while it is open.
QString stepState(const QModelIndex& index);
/// The icon of its mark.
QString stepIcon(const QModelIndex& index);

} // namespace warroom::steps
