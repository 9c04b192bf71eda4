// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/scrollarea.h"

#include <QEvent>

namespace warroom::style {

ScrollArea::ScrollArea(QWidget* content, QWidget* parent) : QScrollArea(parent)
{
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    // What lies behind it shows; setWidget() has asked for the opposite.
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ScrollArea::sizeHint() const { return widget()->sizeHint(); }

int ScrollArea::heightForWidth(int width) const
{
    return widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : sizeHint().height();
}

bool ScrollArea::event(QEvent* event)
{
    const bool taken = QScrollArea::event(event);
    // What lies around it is laid out anew as well.
    if (event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return taken;
}

} // namespace warroom::style
