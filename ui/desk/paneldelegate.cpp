// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/paneldelegate.h"

#include "incident/clocks.h"
#include "style/clockdigits.h"
#include "style/fonts.h"
#include "style/icon.h"
#include "views/actionsmodel.h"
#include "views/rolesmodel.h"
#include "views/sectionsmodel.h"
#include "words/duration.h"
#include "words/translate.h"
#include "words/visible.h"

#include <QDateTime>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>
#include <QWidget>

#include <algorithm>

namespace warroom::desk {

using views::ActionsModel;
using views::RolesModel;
using views::SectionsModel;

namespace {

constexpr int sides = 12;
constexpr int ring = 24;
constexpr int besideMark = 10;
constexpr int iconSize = 13;
constexpr int timerIconSize = 10;
constexpr int around = 3; ///< Above the first line and below the last.
constexpr int titleHeight = 18;
constexpr int detailHeight = 16;
constexpr int titleLinesMost = 3;
constexpr int detailLinesMost = 2;
constexpr int beforeTail = 12;
constexpr int besideTailIcon = 5;

QFont titleFont() { return style::bodyFont(14, QFont::DemiBold); }
QFont detailFont() { return style::bodyFont(12); }
QFont tailFont() { return style::bodyFont(12, QFont::DemiBold); }
QFont keysFont() { return style::monoFont(11); }

/// With its accents, or a whole emoji: half of one is no letter.
QString firstLetter(const QString& word)
{
    return word.left(std::max<qsizetype>(QTextBoundaryFinder(QTextBoundaryFinder::Grapheme, word).toNextBoundary(), 1));
}

} // namespace

QString initials(const QString& name)
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    const QString letters =
        words.size() == 1 ? firstLetter(words.first()) : firstLetter(words.first()) + firstLetter(words.last());
    return letters.toUpper();
}

namespace {

/// In lines of this width, the last one cut where there are more.
QStringList wrapped(const QString& text, const QFont& font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool last = lines.size() + 1 == most;
        const QString words = text.mid(line.textStart(), last ? -1 : line.textLength()).trimmed();
        lines << (last ? QFontMetrics(font).elidedText(words, Qt::ElideRight, width) : words);
        if (last)
            break;
    }
    layout.endLayout();
    return lines.isEmpty() ? QStringList{QString()} : lines;
}

/// The same whether there is a scroll bar or not, so that one which comes wraps nothing anew.
int textWidth(const QStyleOptionViewItem& option)
{
    const int width = option.widget ? option.widget->width() : option.rect.width();
    return std::max(width - ring - besideMark - 2 * sides, 60);
}

void paintLines(QPainter& painter, QRect line, const QStringList& lines, const QFont& font, const QColor& colour)
{
    painter.setFont(font);
    painter.setPen(colour);
    for (const QString& text : lines) {
        painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine, text);
        line.translate(0, line.height());
    }
}

void paintTimer(QPainter& painter, const QRect& where, const QString& text, const QString& icon, const QColor& colour)
{
    int left = where.left();
    if (!icon.isEmpty()) {
        style::paintIcon(painter, QRect(left, where.top(), timerIconSize, where.height()), icon, colour, timerIconSize);
        left += timerIconSize + 5;
    }
    painter.setFont(style::bodyFont(12, QFont::DemiBold));
    painter.setPen(colour);
    const QFontMetrics metrics = painter.fontMetrics();
    const int baseline = where.top() + (where.height() + metrics.ascent() - metrics.descent()) / 2;
    style::paintDigits(painter, QPointF(left, baseline), text);
}

/// One line with pieces of it marked, by more than a colour.
void paintMarked(QPainter& painter, const QRect& where, const QString& text, const std::vector<words::Range>& marks,
    const QColor& colour)
{
    QTextLayout layout(text, style::bodyFont(14));
    QList<QTextLayout::FormatRange> formats;
    for (const words::Range& mark : marks) {
        QTextLayout::FormatRange range{mark.start, mark.length, {}};
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        formats << range;
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setNumColumns(int(text.size()));
    layout.endLayout();
    painter.save();
    painter.setClipRect(where);
    painter.setPen(colour);
    layout.draw(&painter, QPointF(where.left(), where.top() + (where.height() - line.height()) / 2));
    painter.restore();
}

} // namespace

int PanelDelegate::tailWidth(const Look& look)
{
    if (look.tail.isEmpty())
        return 0;
    const int icon = look.tailIcon.isEmpty() ? 0 : iconSize + besideTailIcon;
    return QFontMetrics(tailFont()).horizontalAdvance(look.tail) + icon + beforeTail;
}

QStringList PanelDelegate::titleLines(const Look& look, const QModelIndex& index, int width) const
{
    const int most = !look.marks.empty() ? 1 : index == m_whole ? -1 : titleLinesMost;
    return wrapped(look.title, titleFont(), width - tailWidth(look), most);
}

QStringList PanelDelegate::detailLines(const Look& look, int width)
{
    const int keys = look.keys.isEmpty() ? 0 : QFontMetrics(keysFont()).horizontalAdvance(look.keys) + beforeTail;
    return wrapped(look.detail, detailFont(), width - keys, detailLinesMost);
}

QSize PanelDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Look shown = look(index);
    const int width = textWidth(option);
    const int details = int(detailLines(shown, width).size()) + (shown.timer.isEmpty() ? 0 : 1);
    return {120, 2 * around + int(titleLines(shown, index, width).size()) * titleHeight + details * detailHeight};
}

QString PanelDelegate::spoken(const QModelIndex& index) const
{
    const Look shown = look(index);
    QStringList parts{shown.says, shown.title, shown.detail, shown.timer, shown.tail, shown.keys};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

void PanelDelegate::toggle(const QModelIndex& index)
{
    const QPersistentModelIndex before = m_whole;
    m_whole = before == index ? QModelIndex() : index;
    for (const QModelIndex& changed : {QModelIndex(before), index}) {
        if (changed.isValid())
            Q_EMIT sizeHintChanged(changed);
    }
}

void PanelDelegate::paintMark(QPainter& painter, const QRect& where, const Look& look) const
{
    if (!look.icon.isEmpty()) {
        style::paintIcon(painter, where, look.icon, look.mark, iconSize);
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.mark);
    painter.setBrush(m_theme.raised);
    painter.drawEllipse(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(style::bodyFont(look.letters.size() > 2 ? 8 : 10, QFont::Bold));
    painter.setPen(look.titleColour);
    painter.drawText(where, int(Qt::AlignCenter), look.letters);
}

void PanelDelegate::paintTitle(QPainter& painter, const QRect& line, const Look& look, const QStringList& lines) const
{
    if (look.marks.empty())
        paintLines(painter, line, lines, titleFont(), look.titleColour);
    else
        paintMarked(painter, line, lines.constFirst(), look.marks, look.titleColour);
}

void PanelDelegate::paintTail(QPainter& painter, const QRect& line, const Look& look) const
{
    painter.setFont(tailFont());
    painter.setPen(look.tailColour);
    painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine, look.tail);
    if (look.tailIcon.isEmpty())
        return;
    const int left = line.right() - painter.fontMetrics().horizontalAdvance(look.tail) - iconSize - besideTailIcon;
    style::paintIcon(
        painter, QRect(left, line.top(), iconSize, line.height()), look.tailIcon, look.tailColour, iconSize);
}

void PanelDelegate::paintKeys(QPainter& painter, const QRect& line, const Look& look) const
{
    painter.setFont(keysFont());
    painter.setPen(m_theme.muted);
    painter.drawText(line, int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine, look.keys);
}

void PanelDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Look shown = look(index);
    painter->save();
    const bool current = (option.state & QStyle::State_HasFocus) != 0;
    if (current || (option.state & QStyle::State_MouseOver) != 0)
        painter->fillRect(option.rect, m_theme.raised);
    if (current)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(2, option.rect.height())), m_theme.accent);
    const QRect row = option.rect.adjusted(sides, 0, -sides, 0);
    const int width = textWidth(option);
    const QStringList title = titleLines(shown, index, width);
    const QStringList detail = detailLines(shown, width);
    // Beside the first lines, however many there are.
    paintMark(
        *painter, QRect(row.left(), row.top() + around + (titleHeight + detailHeight - ring) / 2, ring, ring), shown);
    QRect line(row.left() + ring + besideMark, row.top() + around, width, titleHeight);
    paintTitle(*painter, line, shown, title);
    paintTail(*painter, line, shown);
    line = QRect(line.left(), line.top() + int(title.size()) * titleHeight, width, detailHeight);
    paintLines(*painter, line, detail, detailFont(), shown.detailColour);
    paintKeys(*painter, line, shown);
    line.translate(0, int(detail.size()) * detailHeight);
    if (!shown.timer.isEmpty())
        paintTimer(*painter, line, shown.timer, shown.timerIcon, shown.timerColour);
    painter->restore();
}

PanelDelegate::Look RoleDelegate::look(const QModelIndex& index) const
{
    const QString role = words::visible(index.data(RolesModel::RoleNameRole).toString());
    if (index.data(RolesModel::HeldRole).toBool()) {
        const QString person = words::visible(index.data(RolesModel::PersonRole).toString());
        return {{}, initials(person), theme().line, person.isEmpty() ? tr("[redacted]") : person, theme().text, role,
            theme().muted};
    }
    const bool wanted = index.data(RolesModel::WantedRole).toBool();
    const QColor colour = wanted ? theme().bad : theme().muted;
    return {{}, wanted ? QStringLiteral("!") : QStringLiteral("–"), wanted ? theme().bad : theme().line,
        tr("— unassigned"), colour, role, theme().muted};
}

PanelDelegate::Look ActionDelegate::look(const QModelIndex& index) const
{
    using incident::ActionState;
    const auto state = ActionState(index.data(ActionsModel::StateRole).toInt());
    const bool over = incident::isOver(state);
    const bool followUp = index.data(ActionsModel::FollowUpRole).toBool();
    Look look;
    switch (state) {
    case ActionState::Open:
        look.icon = followUp ? QStringLiteral("follow-up") : QStringLiteral("action");
        look.says = followUp ? tr("follow-up") : tr("action");
        look.mark = followUp ? theme().accent : theme().warn;
        break;
    case ActionState::Started:
        look.icon = QStringLiteral("action-started");
        look.says = tr("started");
        look.mark = theme().warn;
        break;
    case ActionState::Done:
        look.icon = QStringLiteral("action-done");
        look.says = tr("done");
        look.mark = theme().good;
        break;
    case ActionState::Dropped:
        look.icon = QStringLiteral("action-dropped");
        look.says = tr("dropped");
        look.mark = theme().muted;
        break;
    }
    const bool overdue = index.data(ActionsModel::OverdueRole).toBool();
    if (overdue) {
        look.icon = QStringLiteral("over");
        look.mark = theme().bad;
    }
    const bool redacted = index.data(ActionsModel::RedactedRole).toBool();
    QString text = words::visible(index.data(ActionsModel::TextRole).toString());
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    look.title = redacted ? tr("[redacted]") : text;
    look.titleColour = over ? theme().muted : theme().text;

    QStringList parts{QLatin1Char('#') + QString::number(index.data(ActionsModel::NumberRole).toInt())};
    const bool owned = index.data(ActionsModel::OwnedRole).toBool();
    const QString owner = words::visible(index.data(ActionsModel::OwnerRole).toString());
    const QDateTime since = index.data(ActionsModel::SinceRole).toDateTime();
    const QDate due = index.data(ActionsModel::DueRole).toDate();
    // What presses comes first.
    if (due.isValid()) {
        const QString date = words::shortDate(due, since.date());
        parts << (overdue ? tr("overdue %1").arg(date) : tr("due %1").arg(date));
    }
    parts << words::visible(index.data(ActionsModel::PriorityRole).toString());
    parts << (!owned ? tr("unassigned") : owner.isEmpty() ? tr("[redacted]") : owner);
    if (!followUp)
        parts << words::timeOfDay(since);
    parts.removeAll(QString());
    look.detail = parts.join(QStringLiteral(" · "));
    look.detailColour = overdue || (!owned && !over) ? theme().bad : theme().muted;
    addTimer(look, index);
    return look;
}

void ActionDelegate::addTimer(Look& look, const QModelIndex& index) const
{
    using incident::Urgency;
    const std::chrono::minutes length(index.data(ActionsModel::TimerRole).toInt());
    if (length.count() == 0)
        return;
    const Instant ends = toInstant(index.data(ActionsModel::TimerEndsRole).toDateTime());
    const incident::Deadline timer = incident::timer(ends, length, m_now);
    const QString digits = words::countdownDigits(timer.left);
    look.timer = tr("%1 left", "digits of a clock").arg(digits);
    look.timerColour = theme().muted;
    if (timer.urgency == Urgency::Soon) {
        look.timer = tr("%1 left, due soon", "digits of a clock").arg(digits);
        look.timerIcon = QStringLiteral("soon");
        look.timerColour = theme().warn;
    } else if (timer.urgency == Urgency::Over) {
        look.timer = tr("over by %1").arg(words::shortDuration(timer.left));
        look.timerIcon = QStringLiteral("over");
        look.timerColour = theme().bad;
        look.icon = look.timerIcon;
        look.mark = theme().bad;
    }
}

void SectionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem chosen = option;
    if ((option.state & QStyle::State_Selected) != 0)
        chosen.state |= QStyle::State_HasFocus;
    PanelDelegate::paint(painter, chosen, index);
}

PanelDelegate::Look SectionDelegate::look(const QModelIndex& index) const
{
    const bool written = index.data(SectionsModel::WrittenRole).toBool();
    Look look;
    look.icon = written ? QStringLiteral("met") : QStringLiteral("section");
    look.mark = written ? theme().good : theme().muted;
    look.title = words::visible(index.data(SectionsModel::HeadingRole).toString());
    look.titleColour = theme().text;
    look.detail = written ? tr("written") : tr("nobody wrote it yet");
    look.detailColour = theme().muted;
    return look;
}

} // namespace warroom::desk
