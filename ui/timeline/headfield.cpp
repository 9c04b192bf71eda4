// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/headfield.h"

#include "style/fonts.h"

#include <QKeyEvent>

namespace warroom::timeline {

namespace {

constexpr int fieldHeight = 28;

} // namespace

HeadField::HeadField(const style::Theme& theme, QWidget* parent) : TextField({}, 1, theme, parent)
{
    setFont(style::bodyFont(13));
    setFixedHeight(fieldHeight);
    // Lower than a field of a form.
    setStyleSheet(QStringLiteral("warroom--style--TextField { padding: 4px 8px; }"
                                 "warroom--style--TextField:focus { padding: 3px 7px; }"));
}

void HeadField::beginFor(const QString& name, const QString& hint)
{
    clear();
    setAccessibleName(name);
    setPlaceholderText(hint);
    setFocus(Qt::ShortcutFocusReason);
}

bool HeadField::event(QEvent* event)
{
    // Esc means something here before it means something to the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return TextField::event(event);
}

void HeadField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        Q_EMIT rowsWanted();
    else
        TextField::keyPressEvent(event);
}

} // namespace warroom::timeline
