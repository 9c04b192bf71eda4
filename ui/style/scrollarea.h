// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace warroom::style {

/// As large as what lies in it, which it scrolls where there is less room; has no look of its own.
class ScrollArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes `content`.
    ScrollArea(QWidget* content, QWidget* parent);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    bool event(QEvent* event) override;
};

} // namespace warroom::style
