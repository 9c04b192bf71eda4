// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedelegate.h"

#include "base/repeatedhour.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "style/rule.h"
#include "timeline/kindlook.h"
#include "timeline/rowtext.h"
#include "timeline/timelinewords.h"
#include "views/timelinemodel.h"
#include "words/duration.h"

#include <QPainter>

#include <algorithm>

namespace warroom::timeline {

using namespace columns;
using views::TimelineModel;

namespace {

// The author's column, from the right edge.
constexpr int authorWidth = 120;
constexpr int rightMargin = 12;
constexpr int starSize = 12;
constexpr int zoneSize = 9;
constexpr int above = 8;
constexpr int below = 7;
constexpr int border = 1;
constexpr int dayHeight = 30;
constexpr int oneLine = border + above + RowText::lineHeight + below;

QUuid idOf(const QModelIndex& index) { return index.data(TimelineModel::EntryIdRole).toUuid(); }
bool newDay(const QModelIndex& index) { return index.data(TimelineModel::NewDayRole).toBool(); }

int textWidth(int rowWidth) { return std::max(rowWidth - textLeft - authorWidth - rightMargin, 80); }

QRect firstLine(const QRect& row, int left, int width)
{
    return {row.left() + left, row.top() + border + above, width, RowText::lineHeight};
}

} // namespace

TimelineDelegate::TimelineDelegate(const style::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

bool TimelineDelegate::setWidth(int width)
{
    if (width == m_width)
        return false;
    m_width = width;
    m_heights.clear();
    m_rowHeights.clear();
    return true;
}

void TimelineDelegate::toggle(const QModelIndex& index)
{
    const QUuid id = idOf(index);
    if (!m_open.remove(id))
        m_open.insert(id);
    forget(index);
    Q_EMIT sizeHintChanged(index);
}

void TimelineDelegate::forget(const QModelIndex& index)
{
    const QUuid id = idOf(index);
    m_heights.remove(id);
    m_lineWidths.remove(id);
    if (std::size_t(index.row()) < m_rowHeights.size())
        m_rowHeights[std::size_t(index.row())] = 0;
}

void TimelineDelegate::forgetAll()
{
    m_heights.clear();
    m_lineWidths.clear();
    m_rowHeights.clear();
}

void TimelineDelegate::insertRows(int first, int last)
{
    if (std::size_t(first) < m_rowHeights.size())
        m_rowHeights.insert(m_rowHeights.begin() + first, std::size_t(last) - std::size_t(first) + 1, 0);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const bool known = std::size_t(index.row()) < m_rowHeights.size() && m_rowHeights[std::size_t(index.row())] > 0;
    return {m_width, m_guessing && !known ? oneLine : measure(index)};
}

int TimelineDelegate::measure(const QModelIndex& index) const
{
    if (std::size_t(index.row()) >= m_rowHeights.size())
        m_rowHeights.resize(std::size_t(index.model()->rowCount()));
    int& height = m_rowHeights[std::size_t(index.row())];
    if (height == 0)
        height = rowHeight(index) + (newDay(index) ? dayHeight : 0);
    return height;
}

int TimelineDelegate::rowHeight(const QModelIndex& index) const
{
    const QUuid id = idOf(index);
    const auto known = m_heights.constFind(id);
    if (known != m_heights.constEnd())
        return *known;
    const int width = textWidth(m_width);
    const auto line = m_lineWidths.constFind(id);
    if (line != m_lineWidths.constEnd() && *line <= width)
        return oneLine;
    const auto sentence = index.data(TimelineWords::SentenceRole).value<words::Sentence>();
    const QString mark = index.data(TimelineWords::MarkRole).toString();
    // Most rows are one line for sure. To lay out a long log to find that out would be most of the desk's start.
    if (const qreal most = RowText::widthAtMost(sentence.text + QStringLiteral("  ") + mark); most <= width) {
        m_lineWidths.insert(id, most);
        return oneLine;
    }
    const RowText text(sentence, {m_open.contains(id), false, mark}, m_theme, width);
    const int height = border + above + text.height() + below;
    m_heights.insert(id, height);
    if (const auto natural = text.lineWidth())
        m_lineWidths.insert(id, *natural);
    return height;
}

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    QRect row = option.rect;
    if (newDay(index)) {
        paintDay(*painter, QRect(row.topLeft(), QSize(row.width(), dayHeight)), index);
        row.setTop(row.top() + dayHeight);
    }
    if (option.state & QStyle::State_Selected) {
        painter->fillRect(row, m_theme.raised);
        if (option.state & QStyle::State_Active && option.state & QStyle::State_HasFocus)
            painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), m_theme.accent);
    }
    style::paintRule(*painter, QRect(row.left(), row.top(), row.width(), border), m_theme.line);
    paintMargin(*painter, row, index);
    paintText(*painter, row, index);
    painter->restore();
}

/// One line of text, with the words marked that are searched for.
void TimelineDelegate::paintColumn(QPainter& painter, const QRect& column, const QString& text, int flags) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, column.width());
    const int left = flags & Qt::AlignRight ? column.right() + 1 - metrics.horizontalAdvance(fitting) : column.left();
    const int how = flags | int(Qt::AlignVCenter) | Qt::TextSingleLine;
    painter.drawText(column, how, fitting);
    for (const words::Range& place : places(m_found, fitting)) {
        const int from = metrics.horizontalAdvance(fitting, place.start);
        const int to = metrics.horizontalAdvance(fitting, place.start + place.length);
        const QRect marked(left + from, column.top(), to - from, column.height());
        painter.save();
        painter.setClipRect(marked);
        painter.fillRect(marked, m_theme.found);
        painter.setPen(m_theme.text);
        painter.drawText(column, how, fitting);
        painter.restore();
    }
}

void TimelineDelegate::paintDay(QPainter& painter, const QRect& where, const QModelIndex& index) const
{
    style::paintRule(painter, QRect(where.left(), where.top(), where.width(), border), m_theme.line);
    painter.setFont(style::captionFont());
    painter.setPen(m_theme.muted);
    const QString day = words::longDate(index.data(TimelineModel::DayRole).toDate()).toUpper();
    paintColumn(painter, where.adjusted(timeLeft, border, -rightMargin, 0), day);
}

/// The zone, where the time needs it, below it: the column has no room beside.
void TimelineDelegate::paintTime(QPainter& painter, const QRect& row, const QDateTime& time) const
{
    const QRect line = firstLine(row, timeLeft, starCentre - timeLeft);
    const bool twice = isShownTwice(toInstant(time), time.timeZone());
    paintColumn(painter, twice ? line.translated(0, -zoneSize / 2) : line, time.toString(QStringLiteral("HH:mm")));
    if (!twice)
        return;
    painter.setFont(style::monoFont(zoneSize));
    paintColumn(painter, line.translated(0, zoneSize), words::zoneName(toInstant(time), time.timeZone()));
}

void TimelineDelegate::paintMargin(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    painter.setFont(style::monoFont(13));
    painter.setPen(m_theme.muted);
    paintTime(painter, row, index.data(TimelineModel::TimeRole).toDateTime());
    if (index.data(TimelineModel::PinnedRole).toBool()) {
        style::paintIcon(painter, firstLine(row, starCentre - starSize / 2, starSize), QStringLiteral("star"),
            m_theme.warn, starSize);
    }
    const QString word = index.data(TimelineModel::KindRole).toString();
    style::paintIcon(
        painter, firstLine(row, iconCentre - iconSize / 2, iconSize), word, iconColour(word, m_theme), iconSize);
    painter.setFont(style::bodyFont(12, QFont::DemiBold));
    painter.setPen(m_theme.muted);
    paintColumn(
        painter, firstLine(row, kindLeft, textLeft - kindLeft - 8), index.data(TimelineWords::KindWordRole).toString());
}

void TimelineDelegate::paintText(QPainter& painter, const QRect& row, const QModelIndex& index) const
{
    const auto entry = index.data(TimelineModel::EntryRole).value<incident::EntryPtr>();
    const bool retracted = entry->retracted;
    const QString mark = index.data(TimelineWords::MarkRole).toString();
    const int width = textWidth(row.width());
    const RowText text(index.data(TimelineWords::SentenceRole).value<words::Sentence>(),
        {m_open.contains(idOf(index)), retracted, mark}, m_theme, width);
    text.paint(painter, QPointF(row.left() + textLeft, row.top() + border + above), m_found);

    painter.setFont(style::bodyFont(12));
    painter.setPen(m_theme.muted);
    const QRect author = firstLine(row, row.width() - rightMargin - authorWidth + 16, authorWidth - 16);
    paintColumn(painter, author, index.data(TimelineWords::PersonRole).toString(), Qt::AlignRight);
    if (retracted || entry->amended) {
        const int left = row.width() - rightMargin - authorWidth - 4;
        style::paintIcon(painter, firstLine(row, left, starSize),
            retracted ? QStringLiteral("retracted") : QStringLiteral("amended"), m_theme.muted, starSize);
    }
}

} // namespace warroom::timeline
