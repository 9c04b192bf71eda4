// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinenotice.h"

#include "style/fonts.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace warroom::timeline {

namespace {

constexpr std::chrono::seconds passesAfter{8};
constexpr int fromBottom = 10;
constexpr int noticeHeight = 28;
constexpr int sides = 14;

} // namespace

TimelineNotice::TimelineNotice(const style::Theme& theme, QWidget* over) : QPushButton(over), m_theme(theme)
{
    setFont(style::bodyFont(13));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    m_passing.setSingleShot(true);
    m_passing.setInterval(passesAfter);
    connect(&m_passing, &QTimer::timeout, this, &TimelineNotice::showWhatIsLeft);
    over->installEventFilter(this);
    hide();
}

void TimelineNotice::showSaved(const QString& time, int rowsAway)
{
    pass(About::Saved,
        rowsAway < 0 ? tr("Saved at %1, %2 above · Ctrl+J shows it").arg(time).arg(-rowsAway)
                     : tr("Saved at %1, %2 below · Ctrl+J shows it").arg(time).arg(rowsAway));
}

void TimelineNotice::showSavedElsewhere(const QString& time)
{
    pass(About::Saved, tr("Saved at %1, not among these rows · Ctrl+J shows it").arg(time));
}

void TimelineNotice::showTakenBack(const QString& what)
{
    pass(About::TakenBack, tr("Taken back: %1 · Ctrl+Shift+Z says it again").arg(what));
}

void TimelineNotice::pass(About about, const QString& text)
{
    m_about = about;
    m_passing.start();
    say(text);
}

void TimelineNotice::showUnseen(int count)
{
    m_unseen = count;
    if (!m_passing.isActive())
        showWhatIsLeft();
}

void TimelineNotice::end()
{
    m_passing.stop();
    showWhatIsLeft();
}

void TimelineNotice::showWhatIsLeft()
{
    if (m_unseen == 0)
        hide();
    else
        say(tr("%1 new · Ctrl+J").arg(m_unseen));
}

void TimelineNotice::say(const QString& text)
{
    setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
}

void TimelineNotice::place()
{
    const QSize over = parentWidget()->size();
    const int width = std::min(fontMetrics().horizontalAdvance(text()) + 2 * sides, over.width() - 2 * sides);
    setGeometry((over.width() - width) / 2, over.height() - noticeHeight - fromBottom, width, noticeHeight);
}

bool TimelineNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QPushButton::eventFilter(watched, event);
}

void TimelineNotice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.accent);
    painter.setBrush(m_theme.raised);
    const qreal radius = noticeHeight / 2.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(m_theme.text);
    painter.drawText(rect(), int(Qt::AlignCenter) | Qt::TextSingleLine, text());
}

} // namespace warroom::timeline
