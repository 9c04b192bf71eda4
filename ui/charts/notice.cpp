// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/notice.h"

#include "style/fonts.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "style/rule.h"

#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::charts {

namespace {

constexpr int iconSize = 16;
constexpr QMargins around(36, 8, 12, 9); // Left of the words stands the shape.

} // namespace

Notice::Notice(const style::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_heading(new style::PlainLabel(
          style::bodyFont(13, QFont::DemiBold), theme.text, this, style::PlainLabel::Fit::Elided)),
      m_words(new style::PlainLabel(style::bodyFont(12), theme.muted, this))
{
    m_words->setWordWrap(true);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(around);
    rows->setSpacing(2);
    rows->addWidget(m_heading);
    rows->addWidget(m_words);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void Notice::setContent(const NoticeWords& words, const Standing& standing, const QString& allWords)
{
    m_standing = standing;
    m_heading->setText(words.heading);
    m_words->setText(words.words);
    m_words->setVisible(!words.words.isEmpty());
    style::setPlainToolTip(*this, allWords);
    setVisible(!words.heading.isEmpty());
    update();
}

void Notice::placeIn(const QRect& place)
{
    const int most = place.width() - around.left() - around.right();
    int width = m_heading->sizeHint().width();
    int height = m_heading->sizeHint().height();
    if (!m_words->text().isEmpty()) {
        width = std::max(width, std::min(most, m_words->fontMetrics().horizontalAdvance(m_words->text()) + 4));
        height += 2 + m_words->heightForWidth(std::min(width, most));
    }
    QRect box(0, 0, std::min(width, most) + around.left() + around.right(),
        std::min(height + around.top() + around.bottom(), place.height()));
    box.moveCenter(place.center());
    setGeometry(box);
}

void Notice::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.raised);
    style::paintBorder(painter, rect(), m_standing.colour, m_theme.controlRadius);
    style::paintIcon(
        painter, {12, around.top() + 0.0, iconSize, iconSize}, m_standing.icon, m_standing.colour, iconSize);
}

} // namespace warroom::charts
