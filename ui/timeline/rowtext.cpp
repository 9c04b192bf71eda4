// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/rowtext.h"

#include "style/fonts.h"
#include "words/translate.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <limits>

namespace warroom::timeline {

namespace {

constexpr int gapBeforeMore = 8;

QTextLayout::FormatRange range(int start, int length, const QTextCharFormat& format)
{
    QTextLayout::FormatRange result;
    result.start = start;
    result.length = length;
    result.format = format;
    return result;
}

QList<QTextLayout::FormatRange> formats(
    const words::Sentence& sentence, const RowText::Look& look, const style::Theme& theme)
{
    QList<QTextLayout::FormatRange> result;
    const int size = int(sentence.text.size());
    QTextCharFormat whole;
    whole.setForeground(look.struck ? theme.muted : theme.text);
    whole.setFontStrikeOut(look.struck);
    result << range(0, size, whole);
    for (const words::Range& strong : sentence.strong) {
        QTextCharFormat bold = whole;
        bold.setFontWeight(QFont::Bold);
        result << range(strong.start, strong.length, bold);
    }
    for (const words::Range& missing : sentence.missing) {
        QTextCharFormat alarm;
        alarm.setForeground(look.struck ? theme.muted : theme.bad);
        result << range(missing.start, missing.length, alarm);
    }
    QTextCharFormat after;
    after.setForeground(theme.muted);
    after.setFontItalic(true);
    result << range(size, std::numeric_limits<int>::max() - size, after);
    return result;
}

/// Of each character of ASCII alone; infinite of those that are not printed.
std::array<qreal, 128> widestOfEach()
{
    std::array<qreal, 128> all{};
    all.fill(std::numeric_limits<qreal>::infinity());
    const QFontMetricsF normal(style::bodyFont());
    QFont strong = style::bodyFont();
    strong.setBold(true);
    const QFontMetricsF bold(strong);
    for (char16_t c = u' '; c <= u'~'; ++c)
        all[c] = std::max(normal.horizontalAdvance(QChar(c)), bold.horizontalAdvance(QChar(c)));
    return all;
}

} // namespace

std::vector<words::Range> places(const QStringList& found, const QString& text)
{
    std::vector<words::Range> all;
    for (const QString& word : found) {
        for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = text.indexOf(word, at + word.size(), Qt::CaseInsensitive))
            all.push_back({int(at), int(word.size())});
    }
    return all;
}

RowText::RowText(const words::Sentence& sentence, const Look& look, const style::Theme& theme, qreal width)
    : m_theme(theme)
{
    QString text = sentence.text;
    if (!look.mark.isEmpty())
        text += QStringLiteral("  ") + look.mark;
    text.replace(QLatin1Char('\n'), QChar::LineSeparator);
    m_layout = std::make_unique<QTextLayout>(text, style::bodyFont());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setFormats(formats(sentence, look, theme));
    wrap(width);
    if (!look.open && m_layout->lineCount() > closedLines)
        shorten(width);
    m_shown = look.open ? m_layout->lineCount() : std::min(m_layout->lineCount(), closedLines);
    m_shown = std::max(m_shown, 1);
}

qreal RowText::widthAtMost(const QString& line)
{
    static const std::array<qreal, 128> widest = widestOfEach();
    constexpr qreal spare = 1.05; // what a font may do to neighbours
    qreal sum = 0;
    for (const QChar c : line)
        sum += c.unicode() < widest.size() ? widest[c.unicode()] : std::numeric_limits<qreal>::infinity();
    return sum * spare;
}

void RowText::wrap(qreal width)
{
    m_layout->beginLayout();
    int n = 0;
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine(), ++n) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, n * lineHeight + (lineHeight - line.height()) / 2));
    }
    m_layout->endLayout();
}

void RowText::shorten(qreal width)
{
    const int more = m_layout->lineCount() - closedLines;
    m_more = words::counted(more, QCoreApplication::translate("warroom::timeline::RowText", "… +1 line"),
        QCoreApplication::translate("warroom::timeline::RowText", "… +%n lines", nullptr, more));
    const qreal room = width - QFontMetricsF(style::bodyFont()).horizontalAdvance(m_more) - gapBeforeMore;
    m_layout->beginLayout();
    for (int n = 0; n < closedLines; ++n) {
        QTextLine line = m_layout->createLine();
        line.setLineWidth(n == closedLines - 1 ? std::max(room, 1.0) : width);
        line.setPosition(QPointF(0, n * lineHeight + (lineHeight - line.height()) / 2));
    }
    m_layout->endLayout();
}

std::optional<qreal> RowText::lineWidth() const
{
    return m_layout->lineCount() == 1 ? std::optional(m_layout->lineAt(0).naturalTextWidth()) : std::nullopt;
}

void RowText::paint(QPainter& painter, QPointF at, const QStringList& found) const
{
    QTextCharFormat mark;
    mark.setBackground(m_theme.found);
    mark.setForeground(m_theme.text);
    QList<QTextLayout::FormatRange> marks;
    for (const words::Range& place : places(found, m_layout->text()))
        marks << range(place.start, place.length, mark);
    m_layout->draw(&painter, at, marks);
    if (m_more.isEmpty())
        return;
    const QTextLine last = m_layout->lineAt(closedLines - 1);
    painter.setFont(style::bodyFont());
    painter.setPen(m_theme.muted);
    painter.drawText(at + QPointF(last.naturalTextWidth() + gapBeforeMore, last.y() + last.ascent()), m_more);
}

} // namespace warroom::timeline
