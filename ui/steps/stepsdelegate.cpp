// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/stepsdelegate.h"

#include "incident/event.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "views/entryword.h"
#include "views/stepsmodel.h"
#include "words/visible.h"

#include <QPainter>

#include <algorithm>

namespace warroom::steps {

using incident::StepMark;
using views::StepsModel;

namespace {

constexpr int textLeft = 34;
constexpr int sides = 12;
constexpr int iconSize = 15;
constexpr int titleHeight = 20;
constexpr int stateHeight = 17;
constexpr int around = 7;
constexpr int levelIndent = 16;

QFont titleFont() { return style::bodyFont(14, QFont::DemiBold); }
QFont stateFont() { return style::bodyFont(12); }
QFont headingFont() { return style::bodyFont(12, QFont::DemiBold); }

StepMark markOf(const QModelIndex& index) { return StepMark(index.data(StepsModel::MarkRole).toInt()); }

bool hasHeading(const QModelIndex& index) { return !index.data(StepsModel::HeadingRole).toString().isEmpty(); }

QColor iconColour(StepMark mark, const style::Theme& theme)
{
    switch (mark) {
    case StepMark::Open:
        return theme.muted;
    case StepMark::Started:
        return theme.warn;
    case StepMark::Done:
        return theme.good;
    case StepMark::Skipped:
        return theme.muted;
    }
    Q_UNREACHABLE();
}

} // namespace

QString stepTitle(const QModelIndex& index)
{
    const QString text = index.data(StepsModel::TextRole).toString();
    return StepsDelegate::tr("%1. %2", "number and text of a step")
        .arg(QString::number(index.data(StepsModel::StepRole).toInt() + 1),
            text.isEmpty() ? StepsDelegate::tr("[redacted]") : text);
}

QString stepState(const QModelIndex& index)
{
    QStringList parts;
    const StepMark mark = markOf(index);
    if (mark == StepMark::Skipped)
        parts << StepsDelegate::tr("skipped");
    if (mark == StepMark::Started)
        parts << StepsDelegate::tr("begun");
    if (mark == StepMark::Open)
        return {};
    const QString by = index.data(StepsModel::ByRole).toString();
    parts << (by.isEmpty() ? StepsDelegate::tr("[redacted]") : by)
          << index.data(StepsModel::AtRole).toDateTime().toString(QStringLiteral("HH:mm"));
    if (const QString reason = index.data(StepsModel::ReasonRole).toString(); !reason.isEmpty())
        parts << QStringLiteral("“%1”").arg(words::firstLine(reason));
    return parts.join(QStringLiteral(" · "));
}

QString stepIcon(const QModelIndex& index) { return views::stepWord(markOf(index)); }

StepsDelegate::StepsDelegate(const style::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme)
{
}

void StepsDelegate::open(int row, int height)
{
    m_row = row;
    m_height = height;
}

QSize StepsDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int heading = hasHeading(index) ? headingHeight : 0;
    if (index.row() == m_row)
        return {option.rect.width(), heading + m_height};
    const int state = markOf(index) == StepMark::Open ? 0 : stateHeight;
    return {option.rect.width(), heading + 2 * around + titleHeight + state};
}

void StepsDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    QRect place = option.rect;
    if (hasHeading(index)) {
        const QRect line(place.left() + sides, place.top(), place.width() - 2 * sides, headingHeight);
        painter->setFont(headingFont());
        painter->setPen(m_theme.muted);
        painter->drawText(line, int(Qt::AlignBottom | Qt::AlignLeft) | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(
                words::visible(index.data(StepsModel::HeadingRole).toString()), Qt::ElideRight, line.width()));
        place.setTop(place.top() + headingHeight);
    }
    if (index.row() != m_row) {
        const StepMark mark = markOf(index);
        const int indent = (std::clamp(index.data(StepsModel::LevelRole).toInt(), 1, 4) - 1) * levelIndent;
        const QRect box(place.left() + sides - 2 + indent, place.top() + around, iconSize + 4, titleHeight);
        style::paintIcon(*painter, box, stepIcon(index), iconColour(mark, m_theme), iconSize);
        QRect line(place.left() + textLeft + indent, place.top() + around, place.width() - textLeft - indent - sides,
            titleHeight);
        const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
            painter->setFont(font);
            painter->setPen(colour);
            painter->drawText(line, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                painter->fontMetrics().elidedText(words::visible(text), Qt::ElideRight, line.width()));
        };
        write(stepTitle(index), views::isOver(mark) ? style::bodyFont(14) : titleFont(),
            views::isOver(mark) ? m_theme.muted : m_theme.text);
        line = QRect(line.left(), line.bottom() + 1, line.width(), stateHeight);
        write(stepState(index), stateFont(), m_theme.muted);
    }
    painter->setPen(m_theme.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace warroom::steps
